package dev.brummer.plugins.console;

import dev.brummer.spi.FactBatch;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Draws entries as lines, and writes those that came together as one frame. */
final class ConsoleSink implements OutputSink {
    private static final int FRAME = 256 << 10;

    private final SinkContext context;
    private final HostConsole console;
    private final TimeColumn times;
    private final Margins margins;
    private final RecordLines records;
    private final EventLines events;
    private final Fold fold;
    private final InstantSource clock;
    private final FrameBuffer frame = new FrameBuffer(16 << 10);
    private List<SinkContext.Shown> shown;
    private int columns;

    ConsoleSink(SinkContext context, TimeColumn times, boolean prefix) {
        this.context = context;
        this.console = context.console();
        this.shown = context.instances();
        this.times = times;
        this.margins = new Margins(shown, console.colour(), prefix);
        // In a pipe somebody counts lines.
        this.fold = new Fold(console.interactive());
        this.clock = context.clock();
        this.records = new RecordLines(shown, console.colour(), prefix, fold);
        this.events = new EventLines(console.colour());
    }

    @Override
    public void accept(List<JournalEntry> entries) throws IOException {
        lookAround();
        fit();
        for (JournalEntry entry : entries) {
            draw(entry, column(entry.time()));
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

    /** A reload may have brought others. */
    private void lookAround() {
        List<SinkContext.Shown> now = context.instances();
        if (now != shown && !now.equals(shown)) {
            margins.show(now);
            records.show(now);
        }
        shown = now;
    }

    private void fit() {
        columns = console.columns();
        margins.fit(columns);
    }

    private byte[] column(Instant time) {
        return times.at(time, columns, console.colour());
    }

    private void draw(JournalEntry entry, byte[] time) {
        switch (entry) {
            case LogBatch batch -> records.draw(batch, time, margins, this::tellRepetition, frame);
            // They repeat what stands in the lines; those of weight come as notices too.
            case FactBatch _ -> {}
            case StateChange change -> {
                endFold();
                events.draw(change, time, margins.of(change.instance()), frame);
            }
            case Notice notice -> {
                endFold();
                events.draw(notice, time, margins.own(), frame);
            }
            case Gap gap -> {
                endFold();
                events.draw(gap, time, margins.own(), frame);
            }
        }
    }

    private void tellRepetition() {
        fold.tell().ifPresent(told ->
                records.draw(told, column(told.latest()), margins.of(told.of()), frame));
    }

    private void endFold() {
        tellRepetition();
        fold.forget();
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

    @Override
    public void flush() throws IOException {
        if (fold.isDue(clock.instant())) {
            fit();
            endFold();
            write();
        }
    }

    /** The console itself is the host's. */
    @Override
    public void close() throws IOException {
        endFold();
        write();
    }
}
