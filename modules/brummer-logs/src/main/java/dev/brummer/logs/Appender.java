package dev.brummer.logs;

import dev.brummer.spi.JournalEntry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Gives every frame its sequence number and time and writes it behind the one before, one write a frame. The lock is
 * held for that write alone. Safe for use by several threads.
 */
final class Appender {
    private static final int VERSION = 1;

    private final StartFolder folder;
    private final int segmentBytes;
    private final InstantSource clock;
    private final ChannelOpener opener;
    private final JournalTrouble trouble;
    private final ReentrantLock lock = new ReentrantLock();
    private final CRC32 sum = new CRC32();
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final Segment first;
    private volatile Segment current;
    private volatile long last;
    private volatile @Nullable Outage outage;
    private volatile boolean closed;

    Appender(
            StartFolder folder,
            int segmentBytes,
            InstantSource clock,
            JournalTrouble trouble,
            ChannelOpener opener) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.clock = clock;
        this.trouble = trouble;
        this.opener = opener;
        this.first = segment(1, 1);
        this.current = first;
    }

    /** The segment with which the journal begins. */
    Segment first() {
        return first;
    }

    /** The segment that is being written. */
    Segment current() {
        return current;
    }

    /** The last sequence number given; 0 before the first. */
    long last() {
        return last;
    }

    /** Appends a frame and returns the first sequence number it got. */
    long append(Frame frame) {
        long sequence;
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the journal is closed");
            }
            sequence = last + 1;
            store(frame, sequence, Micros.of(clock.instant()));
            last += frame.records();
        } finally {
            lock.unlock();
        }
        tellNews();
        return sequence;
    }

    // Whoever is told will want to say it in the journal: that is another append, which has to come behind this one.
    private void tellNews() {
        for (Runnable told = news.poll(); told != null; told = news.poll()) {
            told.run();
        }
    }

    private void store(Frame frame, long sequence, long micros) {
        if (isStoring(micros) && tryWrite(frame, sequence, micros)) {
            return;
        }
        Outage now = outage;
        if (now != null) {
            now.add(frame, sequence, Micros.toInstant(micros));
        }
    }

    private boolean isStoring(long micros) {
        Outage now = outage;
        return now == null || (now.isRetryDue(micros) && current.hasRoom() && resume(now));
    }

    private boolean tryWrite(Frame frame, long sequence, long micros) {
        try {
            write(frame, sequence, micros);
            return true;
        } catch (IOException e) {
            outage = new Outage("could not be stored: " + e.getMessage(), micros);
            Path file = current.file().path();
            news.add(() -> trouble.storingStopped(file, e));
            return false;
        }
    }

    private boolean resume(Outage now) {
        try {
            for (JournalEntry entry = now.oldest(); entry != null; entry = now.oldest()) {
                write(EntryFrame.of(entry), entry.sequence(), Micros.of(entry.time()));
                now.stored();
            }
        } catch (IOException e) {
            return false;
        }
        outage = null;
        news.add(trouble::storingResumed);
        return true;
    }

    private void write(Frame frame, long sequence, long micros) throws IOException {
        if (current.committed() > 0 && current.committed() + frame.size() > segmentBytes) {
            Segment next = segment(current.number() + 1, sequence);
            open(next, micros);
            current.follow(next);
            current = next;
        } else if (current.committed() == 0) {
            open(current, micros);
        }
        current.append(frame.parts(current, sequence, micros, sum));
    }

    private void open(Segment segment, long micros) throws IOException {
        FileChannel created = opener.open(
                segment.file().path(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        created.close();
        segment.begun(micros);
        Frame header = EntryFrame.segment(VERSION, segment.number());
        segment.append(header.parts(segment, segment.firstSequence(), micros, sum));
    }

    private Segment segment(int number, long firstSequence) {
        var file = new SegmentFile(
                folder.segment(number), opener, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Segment(number, firstSequence, file);
    }

    /** Where the next frame will be. */
    Position tail() {
        lock.lock();
        try {
            return new Position(current, current.committed(), last + 1);
        } finally {
            lock.unlock();
        }
    }

    /** Entries that could not be stored yet; a gap that still grows is none before the end. */
    List<JournalEntry> unstored() {
        if (outage == null) {
            return List.of();
        }
        lock.lock();
        try {
            Outage now = outage;
            if (now == null) {
                return List.of();
            }
            return closed ? now.entries() : now.settled();
        } finally {
            lock.unlock();
        }
    }

    /** Has cursors come to what is lost by now, and returns the last sequence number given. */
    long settle() {
        lock.lock();
        try {
            Outage now = outage;
            if (now != null) {
                now.settle();
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Says how the start ended, unless nothing can be stored. */
    void end(Frame frame) {
        lock.lock();
        try {
            long micros = Micros.of(clock.instant());
            if (!closed && isStoring(micros)) {
                boolean ignored = tryWrite(frame, last + 1, micros);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stores what it still can, once; nothing can be appended afterwards. */
    void close() {
        lock.lock();
        try {
            closed = true;
            Outage now = outage;
            if (now != null) {
                resume(now);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }
}
