package dev.brummer.spi;

import java.util.List;

/**
 * What to run. Immutable.
 */
public sealed interface CommandLine {
    /** A line for {@code sh -c}. */
    record Shell(String line) implements CommandLine {}

    /** A program and its arguments, run without a shell. */
    record Words(List<String> words) implements CommandLine {
        /** @throws IllegalArgumentException if there is no word */
        public Words {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a command needs at least one word");
            }
            words = List.copyOf(words);
        }
    }
}
