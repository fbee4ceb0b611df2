package dev.brummer.plugins.console;

import dev.brummer.spi.Gap;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;
import java.util.List;

/** Draws entries as lines, and writes those that came together as one frame. */
final class ConsoleSink implements OutputSink {
    private static final int FRAME = 256 << 10;

    private final HostConsole console;
    private final TimeColumn times;
    private final Margins margins;
    private final RecordLines records;
    private final EventLines events;
    private final FrameBuffer frame = new FrameBuffer(16 << 10);

    ConsoleSink(SinkContext context, TimeColumn times, boolean prefix) {
        this.console = context.console();
        this.times = times;
        this.margins = new Margins(context.instances(), console.colour(), prefix);
        this.records = new RecordLines(context.instances(), console.colour());
        this.events = new EventLines(console.colour());
    }

    @Override
    public void accept(List<JournalEntry> entries) throws IOException {
        int columns = console.columns();
        margins.fit(columns);
        for (JournalEntry entry : entries) {
            draw(entry, times.at(entry.time(), columns, console.colour()));
            if (frame.size() >= FRAME) {
                write();
            }
        }
        write();
    }

    private void draw(JournalEntry entry, byte[] time) {
        switch (entry) {
            case LogBatch batch -> records.draw(batch, time, margins.of(batch.instance()), frame);
            case StateChange change -> events.draw(change, time, margins.of(change.instance()), frame);
            case Notice notice -> events.draw(notice, time, margins.own(), frame);
            case Gap gap -> events.draw(gap, time, margins.own(), frame);
        }
    }

    private void write() throws IOException {
        if (frame.size() > 0) {
            try {
                console.write(frame.toByteBuffer());
            } finally {
                frame.clear();
            }
        }
    }

    /** Nothing is held back. */
    @Override
    public void flush() {}

    /** The console is the host's. */
    @Override
    public void close() {}
}
