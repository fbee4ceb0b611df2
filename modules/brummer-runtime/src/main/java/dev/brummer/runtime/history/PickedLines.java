package dev.brummer.runtime.history;

import dev.brummer.logs.UnitFilter;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands the lines that a query means on to a sink. For one thread.
 *
 * @param gaps whether gaps are handed on beside lines
 */
public record PickedLines(UnitFilter filter, boolean gaps, OutputSink sink) implements Following.Taker {
    @Override
    public void take(List<JournalEntry> entries) throws IOException {
        List<JournalEntry> picked = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (entry instanceof LogBatch batch) {
                picked.addAll(filter.pick(batch));
            } else if (gaps && entry instanceof Gap) {
                picked.add(entry);
            }
        }
        if (!picked.isEmpty()) {
            sink.accept(picked);
        }
        if (entries.isEmpty()) {
            sink.flush();
        }
    }
}
