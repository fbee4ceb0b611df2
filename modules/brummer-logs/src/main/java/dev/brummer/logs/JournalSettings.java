package dev.brummer.logs;

/**
 * How much the journal keeps. Immutable.
 *
 * @param retainBytes the size all starts together may have; beyond it the oldest segments go
 * @param retainStarts how many starts are kept, the current one included
 * @param segmentBytes the size at which a segment ends and the next begins
 */
public record JournalSettings(long retainBytes, int retainStarts, int segmentBytes) {
    /** @throws IllegalArgumentException if a bound is not positive */
    public JournalSettings {
        if (retainBytes <= 0 || retainStarts <= 0 || segmentBytes <= 0) {
            throw new IllegalArgumentException(
                    "nothing would be kept: %d bytes, %d starts, segments of %d bytes"
                            .formatted(retainBytes, retainStarts, segmentBytes));
        }
    }

    /** 2 GB, 10 starts. */
    public static JournalSettings defaults() {
        return new JournalSettings(2_000_000_000L, 10, 32 << 20);
    }
}
