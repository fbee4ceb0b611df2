package dev.brummer.plugins.webhook;

import dev.brummer.plugins.json.EntryWriter;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses entries, writes them as JSON, and leaves them to the delivery. */
final class WebhookSink implements OutputSink {
    // A little less than a sink may take for its end.
    private static final Duration PATIENCE = Duration.ofMillis(2900);

    private final Selection selection;
    private final Delivery delivery;
    private final FrameBuffer line = new FrameBuffer(1024);
    // Made for the first entry: in most starts nothing fails.
    private @Nullable EntryWriter writer;

    WebhookSink(Selection selection, Delivery delivery) {
        this.selection = selection;
        this.delivery = delivery;
    }

    @Override
    public void accept(List<JournalEntry> entries) throws IOException {
        for (JournalEntry entry : entries) {
            switch (entry) {
                case LogBatch _, Gap _ -> {}
                case FactBatch batch -> accept(batch);
                case StateChange change -> {
                    if (selection.has(change)) {
                        accept(change);
                    }
                }
                case Notice notice -> {
                    if (selection.notices()) {
                        accept(notice);
                    }
                }
            }
        }
    }

    private void accept(FactBatch batch) throws IOException {
        // Facts are made when they are asked for.
        if (selection.facts().isEmpty()) {
            return;
        }
        for (FoundFact found : batch.facts()) {
            if (selection.has(found)) {
                writer().write(found);
                deliver();
            }
        }
    }

    private void accept(JournalEntry entry) throws IOException {
        writer().write(entry);
        deliver();
    }

    private EntryWriter writer() throws IOException {
        EntryWriter made = writer;
        if (made == null) {
            made = new EntryWriter(line);
            writer = made;
        }
        return made;
    }

    // Without the end of the line.
    private void deliver() {
        delivery.add(Arrays.copyOf(line.array(), line.size() - 1));
        line.clear();
    }

    /** What is collected is sent when it is due. */
    @Override
    public void flush() {}

    @Override
    public void close() throws IOException {
        delivery.close(PATIENCE);
    }
}
