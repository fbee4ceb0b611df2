package dev.brummer.spi;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Facts that were found together, with consecutive sequence numbers. They come after the lines in which they were found,
 * not always at once. They are made only if somebody asks for them. Immutable. Safe for use by several threads.
 */
public final class FactBatch implements JournalEntry {
    private final long sequence;
    private final Instant time;
    private final int size;
    private final Supplier<List<FoundFact>> maker;
    private volatile @Nullable List<FoundFact> facts;

    /**
     * @param size how many facts there are
     * @param maker makes them, the first with the number {@code sequence}; may be called by several threads
     */
    public FactBatch(long sequence, Instant time, int size, Supplier<List<FoundFact>> maker) {
        this.sequence = sequence;
        this.time = time;
        this.size = size;
        this.maker = maker;
    }

    /** The sequence number of the first. */
    @Override
    public long sequence() {
        return sequence;
    }

    /** When they were found; later than the lines. */
    @Override
    public Instant time() {
        return time;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The facts in order. */
    public List<FoundFact> facts() {
        List<FoundFact> made = facts;
        if (made == null) {
            made = List.copyOf(maker.get());
            facts = made;
        }
        return made;
    }
}
