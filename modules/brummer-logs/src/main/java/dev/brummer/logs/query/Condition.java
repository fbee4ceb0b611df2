package dev.brummer.logs.query;

import dev.brummer.spi.Level;
import dev.brummer.spi.StreamName;

/** What one term asks of a unit, with its names, times and ids still as they were typed. */
sealed interface Condition {
    /** Text, or the name of a service or level. */
    record Word(String text) implements Condition {}

    /** Text and nothing else. */
    record Phrase(String text) implements Condition {}

    /** A regular expression that compiles. */
    record Regex(String source) implements Condition {}

    record Service(String name) implements Condition {}

    record Stage(String name) implements Condition {}

    record Stream(StreamName stream) implements Condition {}

    /** @param orWorse whether graver levels are meant too */
    record AtLevel(Level level, boolean orWorse) implements Condition {}

    record Run(int run) implements Condition {}

    record Since(Moment moment) implements Condition {}

    record Until(Moment moment) implements Condition {}

    record Id(String id) implements Condition {}
}
