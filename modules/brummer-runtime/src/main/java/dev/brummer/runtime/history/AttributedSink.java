package dev.brummer.runtime.history;

import dev.brummer.insight.name.Attribution;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.util.List;

/** Gives a sink lines with their headings. For one thread. */
record AttributedSink(Attribution attribution, OutputSink sink) implements OutputSink {
    @Override
    public void accept(List<JournalEntry> entries) throws IOException {
        sink.accept(attribution.of(entries));
    }

    @Override
    public void flush() throws IOException {
        sink.flush();
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
