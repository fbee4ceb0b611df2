package dev.brummer.core.model;

import java.util.List;
import java.util.stream.Collectors;

/** What a service runs, with its variables not yet replaced. */
public sealed interface Command {
    /** What a person would type: variables of the file stay as they stand there. */
    String typed();

    /** A line for {@code sh -c}. */
    record Shell(Template line) implements Command {
        @Override
        public String typed() {
            return line.typed();
        }
    }

    /** A program and its arguments, run without a shell. */
    record Words(List<Template> words) implements Command {
        public Words {
            Require.require(!words.isEmpty(), "a command needs at least one word");
            words = List.copyOf(words);
        }

        @Override
        public String typed() {
            return words.stream().map(Template::typed).collect(Collectors.joining(" "));
        }
    }
}
