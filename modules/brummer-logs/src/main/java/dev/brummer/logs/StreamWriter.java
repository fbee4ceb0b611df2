package dev.brummer.logs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/**
 * Brings the bytes of one stream of one run into the journal, line by line. For one thread; the journal brings the
 * writers of many threads into one order.
 */
public final class StreamWriter {
    private final Journal journal;
    private final StreamKey key;
    private final RecordsFrame frame;
    private final ReadBuffer buffer;
    private boolean begun;
    private boolean ended;

    StreamWriter(Journal journal, int id, StreamKey key, ReadBuffer buffer) {
        this.journal = journal;
        this.key = key;
        this.frame = new RecordsFrame(id, key);
        this.buffer = buffer;
    }

    /**
     * Reads {@code source} to its end; what each read brings is one batch. A last line without line end is kept. Ends
     * this writer.
     *
     * @throws IOException if {@code source} cannot be read any more; what was read until then is in the journal
     */
    public void pump(ReadableByteChannel source) throws IOException {
        try {
            while (source.read(buffer.room()) >= 0) {
                drain();
            }
        } finally {
            end();
        }
    }

    /** Takes bytes as if a read had brought them. */
    public void write(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            ByteBuffer room = buffer.room();
            int length = Math.min(room.remaining(), bytes.remaining());
            room.put(bytes.slice(bytes.position(), length));
            bytes.position(bytes.position() + length);
            drain();
        }
    }

    private void drain() {
        buffer.drain(this::append);
        byte[] rest = buffer.begun(UnfinishedLines.MOST);
        if (rest.length > 0) {
            begun = true;
            journal.unfinished().begun(key, rest);
        } else {
            forgetBegun();
        }
    }

    private void forgetBegun() {
        if (begun) {
            begun = false;
            journal.unfinished().ended(key);
        }
    }

    /** Says that the stream has ended: a last line without line end is complete. Nothing may be written afterwards. */
    public void end() {
        if (!ended) {
            ended = true;
            buffer.finish(this::append);
            forgetBegun();
            journal.release(buffer);
        }
    }

    private void append(LineTable lines, ByteBuffer bytes, boolean continued) {
        // First: a line is never shown as a record and as one that has not ended.
        forgetBegun();
        journal.append(frame.of(lines, bytes, continued));
    }
}
