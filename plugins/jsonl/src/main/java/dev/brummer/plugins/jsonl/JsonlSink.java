package dev.brummer.plugins.jsonl;

import dev.brummer.plugins.json.EntryWriter;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;
import java.util.List;

/** Writes entries as JSON lines; those that came together go out together. */
final class JsonlSink implements OutputSink {
    private static final int FRAME = 256 << 10;

    private final Destination destination;
    private final FrameBuffer frame = new FrameBuffer(16 << 10);
    private final EntryWriter writer;

    JsonlSink(Destination destination) throws IOException {
        this.destination = destination;
        this.writer = new EntryWriter(frame);
    }

    @Override
    public void accept(List<JournalEntry> entries) throws IOException {
        for (JournalEntry entry : entries) {
            writer.write(entry);
            if (frame.size() >= FRAME) {
                write();
            }
        }
        write();
    }

    @Override
    public boolean keepsEntries() {
        return false;
    }

    private void write() throws IOException {
        if (frame.size() > 0) {
            try {
                destination.write(frame.toByteBuffer());
            } finally {
                frame.clear();
            }
        }
    }

    /** Nothing is held back. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        destination.close();
    }
}
