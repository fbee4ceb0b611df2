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

    /** So much, in segments of 32 MiB, or of an eighth of it where that is less: what goes at once is a small part. */
    public static JournalSettings keeping(long bytes, int starts) {
        long segment = Math.clamp(bytes / 8, 64 << 10, 32 << 20);
        return new JournalSettings(bytes, starts, (int) segment);
    }
}
