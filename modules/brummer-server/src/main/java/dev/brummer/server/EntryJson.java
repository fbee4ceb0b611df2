package dev.brummer.server;

import dev.brummer.plugins.json.EntryWriter;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.text.FrameBuffer;
import java.io.IOException;

/** Takes entries of a journal apart into JSON objects, as {@code --output json} has them. For one thread. */
final class EntryJson {
    private final FrameBuffer object = new FrameBuffer(1024);
    private final EntryWriter writer;

    EntryJson() throws IOException {
        this.writer = new EntryWriter(object);
    }

    /** Takes one object. */
    @FunctionalInterface
    interface Taker {
        /**
         * @param number of the entry; of a gap the last that is missing
         * @param json begins with one object, without a line end; good until the call returns
         * @param length of the object
         */
        void take(long number, byte[] json, int length) throws IOException;
    }

    /** Hands on each object of an entry. */
    void each(JournalEntry entry, Taker taker) throws IOException {
        switch (entry) {
            case LogBatch batch -> {
                for (int i = 0; i < batch.size(); i++) {
                    one(batch.lines(i, i + 1), batch.sequence() + i, taker);
                }
            }
            case FactBatch batch -> {
                for (FoundFact fact : batch.facts()) {
                    object.clear();
                    writer.write(fact);
                    taker.take(fact.sequence(), object.array(), object.size() - 1);
                }
            }
            case StateChange change -> one(change, change.sequence(), taker);
            case Notice notice -> one(notice, notice.sequence(), taker);
            case Gap gap -> one(gap, gap.sequence() + gap.records() - 1, taker);
        }
    }

    private void one(JournalEntry entry, long number, Taker taker) throws IOException {
        object.clear();
        writer.write(entry);
        taker.take(number, object.array(), object.size() - 1);
    }
}
