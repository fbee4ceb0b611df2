package dev.brummer.core.model;

import java.util.List;

/** What a service runs, with its variables not yet replaced. */
public sealed interface Command {
    /** A line for {@code sh -c}. */
    record Shell(Template line) implements Command {}

    /** A program and its arguments, run without a shell. */
    record Words(List<Template> words) implements Command {
        public Words {
            Require.require(!words.isEmpty(), "a command needs at least one word");
            words = List.copyOf(words);
        }
    }
}
