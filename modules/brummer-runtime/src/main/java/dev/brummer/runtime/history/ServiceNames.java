package dev.brummer.runtime.history;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.JournalCursor;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.Collection;

/** Finds out what services go by: what the project says, what lies in their folders, and what they call themselves. */
public final class ServiceNames {
    /** Services that name themselves in their lines do so in each: some of the newest lines tell it of all. */
    private static final int LEARNED_FROM = 5000;

    private static final int LEARNED_BYTES = 512 << 10;

    private ServiceNames() {}

    /** Where to begin to read in a journal whose next entry has the number {@code end}. */
    public static long learnedFrom(long end) {
        return Math.max(1, end - LEARNED_FROM);
    }

    /** Asks the project and its folders; lines may be learned from afterwards. */
    public static NameBook of(Collection<ServiceSpec> services) {
        return NameBook.of(services, PackageName::of);
    }

    /**
     * Asks folders and lines.
     *
     * @param services those of the project; none where it does not load
     * @param others services of which nothing but their name is known
     * @param lines where to read what services call themselves
     * @throws IOException if the journal cannot be read
     */
    public static NameBook of(Collection<ServiceSpec> services, Collection<ServiceId> others, JournalCursor lines)
            throws IOException {
        NameBook names = of(services).with(others);
        for (JournalEntry entry : lines.next(LEARNED_BYTES)) {
            if (entry instanceof LogBatch batch) {
                for (int i = 0; i < batch.size(); i++) {
                    names.learn(batch.instance().service(), batch.bytes(), batch.offset(i), batch.length(i));
                }
            }
        }
        return names;
    }
}
