package dev.brummer.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Goes from frame to frame through the segments. Bodies that nobody wants are not read. For one thread at a time. */
final class FrameWalk {
    private static final int LEAST = 4 << 10;

    private final CRC32 sum = new CRC32();
    private final boolean verifies;
    private Segment segment;
    private long offset;
    private long sound;
    private boolean stopped;
    private @Nullable ByteBuffer room;

    FrameWalk(Segment segment, long offset, boolean verifies) {
        this.segment = segment;
        this.offset = offset;
        this.sound = offset;
        this.verifies = verifies;
    }

    /** Looks at the frames a walk comes by. */
    interface Visitor {
        /** What to do with the frame, of which the header is there. */
        Choice choose(FrameHeader frame, FrameKind kind, Segment segment);

        /** Takes a frame it has chosen, of which header and body are there. */
        void take(FrameHeader frame, FrameKind kind, Segment segment);
    }

    /** What a visitor wants with a frame. */
    enum Choice {
        TAKE,
        PASS,
        /** End the step before this frame. */
        STOP
    }

    /** Reads into {@code room} from now on, as far as it is large enough; into buffers of its own if that is null. */
    void readInto(@Nullable ByteBuffer room) {
        this.room = room;
    }

    /** How many bytes of the segment have been found to be whole frames. */
    long soundLength() {
        return sound;
    }

    /** Whether there is a frame ahead; goes to the next segment where this one has ended. */
    boolean hasMore() {
        while (true) {
            // In this order: once there is a next segment, what is committed here does not change any more.
            Segment next = segment.next();
            if (!segment.isRemoved() && offset < segment.committed()) {
                return true;
            }
            if (next == null) {
                return false;
            }
            segment = next;
            offset = 0;
        }
    }

    /**
     * Reads up to {@code maxBytes}, or one frame where it is larger, and shows it to the visitor. To be called where
     * {@link #hasMore}.
     *
     * @return false if the visitor stopped the walk
     */
    boolean step(int maxBytes, Visitor visitor) throws IOException {
        long available = segment.committed() - offset;
        stopped = false;
        try {
            walk(read((int) Math.min(available, Math.max(maxBytes, LEAST))), visitor);
        } catch (NoSuchFileException e) {
            // By this process or another: either way the next segment is where to go on.
            segment.remove();
        }
        return !stopped;
    }

    private void walk(FrameHeader frame, Visitor visitor) throws IOException {
        int length = frame.bytes().limit();
        int at = 0;
        while (length - at >= FrameHeader.SIZE && !stopped) {
            int passed = visit(frame.at(at), length - at, visitor);
            if (passed == 0) {
                if (at == 0 && !stopped) {
                    walk(read(frame.frameLength()), visitor);
                }
                return;
            }
            at = (int) Math.min((long) at + passed, length);
        }
        if (length < FrameHeader.SIZE) {
            skipDamaged();
        }
    }

    /** Returns the frame's length, or 0 where its body is needed and not there, or the walk is to end. */
    private int visit(FrameHeader frame, int available, Visitor visitor) {
        if (!frame.isSound(sum) || frame.frameLength() > segment.committed() - offset) {
            skipDamaged();
            return 0;
        }
        FrameKind kind = frame.kind();
        switch (choose(frame, kind, visitor)) {
            case PASS -> {}
            case STOP -> {
                stopped = true;
                return 0;
            }
            case TAKE -> {
                if (frame.frameLength() > available) {
                    return 0;
                }
                if (kind == null || !take(frame, kind, visitor)) {
                    return 0;
                }
            }
        }
        offset += frame.frameLength();
        sound = offset;
        return frame.frameLength();
    }

    private Choice choose(FrameHeader frame, @Nullable FrameKind kind, Visitor visitor) {
        if (kind == null || kind == FrameKind.SEGMENT) {
            return Choice.PASS;
        }
        if (kind == FrameKind.STREAM) {
            return segment.stream(frame.stream()) == null ? Choice.TAKE : Choice.PASS;
        }
        return visitor.choose(frame, kind, segment);
    }

    private boolean take(FrameHeader frame, FrameKind kind, Visitor visitor) {
        if (verifies && !frame.isBodySound(sum)) {
            skipDamaged();
            return false;
        }
        if (kind == FrameKind.STREAM) {
            segment.know(frame.stream(), BodyReader.stream(frame));
        } else {
            visitor.take(frame, kind, segment);
        }
        return true;
    }

    // What follows in this segment cannot be found any more; the next entry shows what is missing.
    private void skipDamaged() {
        offset = segment.committed();
        stopped = true;
    }

    private FrameHeader read(int length) throws IOException {
        ByteBuffer given = room;
        ByteBuffer chunk = given != null && given.capacity() >= length
                ? given.clear().limit(length)
                : ByteBuffer.allocate(length);
        int count = segment.file().read(chunk, offset);
        return new FrameHeader(chunk.limit(count == length ? count : 0).rewind());
    }
}
