package dev.brummer.spi;

import java.time.Instant;

/**
 * Records are missing here, and how many. It takes the place of their sequence numbers.
 *
 * @param sequence the number of the first record that is missing
 * @param records how many are missing; at least 1
 * @param reason why, as it reads after their number: {@code could not be stored: No space left on device}
 */
public record Gap(long sequence, Instant time, long records, String reason) implements JournalEntry {}
