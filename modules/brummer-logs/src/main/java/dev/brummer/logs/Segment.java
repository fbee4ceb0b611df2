package dev.brummer.logs;

import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One segment and its successor. What lies before {@link #committed} is whole frames and does not change any more. One
 * thread at a time appends, under the journal's lock; any number read.
 */
final class Segment {
    private static final int ROOM = 1 << 20;

    private final int number;
    private final long firstSequence;
    private final SegmentFile file;
    private final Map<Integer, StreamKey> streams = new ConcurrentHashMap<>();
    private final Set<Integer> declared = new HashSet<>();
    private volatile long committed;
    private volatile long firstMicros = Long.MIN_VALUE;
    private volatile @Nullable Segment next;
    private volatile boolean removed;

    Segment(int number, long firstSequence, SegmentFile file) {
        this.number = number;
        this.firstSequence = firstSequence;
        this.file = file;
    }

    int number() {
        return number;
    }

    /** The sequence number of its first entry, or the one that will be. */
    long firstSequence() {
        return firstSequence;
    }

    /** When it was begun, in microseconds; earlier than anything where nothing says so. */
    long firstMicros() {
        return firstMicros;
    }

    /** Says when it was begun. */
    void begun(long micros) {
        firstMicros = micros;
    }

    SegmentFile file() {
        return file;
    }

    /** How many bytes may be read. */
    long committed() {
        return committed;
    }

    /** Says that so many bytes of the file are sound. */
    void commit(long length) {
        committed = length;
    }

    @Nullable Segment next() {
        return next;
    }

    /** Ends this segment; nothing is appended to it afterwards. */
    void follow(Segment successor) {
        next = successor;
    }

    boolean isRemoved() {
        return removed;
    }

    /** Says that the file is being removed: readers go on with the next segment. */
    void remove() {
        removed = true;
    }

    /** The instances of which streams are known. */
    Set<InstanceId> instances() {
        return streams.values().stream().map(StreamKey::instance).collect(Collectors.toSet());
    }

    /** The stream of that number; null where a frame that should have said so is missing. */
    @Nullable StreamKey stream(int id) {
        return streams.get(id);
    }

    /** Remembers which stream a number stands for. */
    void know(int id, StreamKey key) {
        streams.put(id, key);
    }

    /** Remembers it for readers; returns whether the file does not say it yet. For the one who appends. */
    boolean declare(int id, StreamKey key) {
        if (!declared.add(id)) {
            return false;
        }
        know(id, key);
        return true;
    }

    /** Appends {@code parts} whole, or nothing. */
    void append(ByteBuffer[] parts) throws IOException {
        long length = 0;
        for (ByteBuffer part : parts) {
            length += part.capacity();
        }
        try {
            file.write(parts, committed);
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        committed += length;
    }

    /**
     * Whether much more could be appended. A disk that is full but for a few bytes would take a small frame and refuse
     * the next, again and again.
     */
    boolean hasRoom() {
        if (committed == 0) {
            return true;
        }
        try {
            file.write(new ByteBuffer[] {ByteBuffer.allocate(ROOM)}, committed);
            file.truncate(committed);
            return true;
        } catch (IOException e) {
            takeBack(e);
            return false;
        }
    }

    private void takeBack(IOException cause) {
        // The declaration may have been in what is taken back; saying it twice does no harm.
        declared.clear();
        try {
            file.truncate(committed);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
