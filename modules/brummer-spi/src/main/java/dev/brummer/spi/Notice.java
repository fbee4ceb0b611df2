package dev.brummer.spi;

import java.time.Instant;

/**
 * Something Brummer itself has to say in the stream: the summary when all is ready, what a long wait waits for.
 *
 * @param level how grave it is
 * @param text one or more lines for a person, separated by {@code \n}
 */
public record Notice(long sequence, Instant time, Level level, String text) implements JournalEntry {}
