package dev.brummer.spi;

import java.time.Instant;

/**
 * Records are missing here, and how many.
 *
 * @param sequence the number of the first record that is missing
 * @param records how many are missing; at least 1
 * @param reason why, in words for a person
 */
public record Gap(long sequence, Instant time, long records, String reason) implements JournalEntry {}
