package dev.brummer.discovery.shell;

import java.util.List;

/** What a step consists of. */
public sealed interface Content {
    /**
     * A command with nothing around it.
     *
     * @param assignments variables set for it: {@code A=b} before its first word
     * @param words the command and its arguments; empty where variables are only set
     */
    record Simple(List<Word> assignments, List<Word> words) implements Content {
        public Simple {
            assignments = List.copyOf(assignments);
            words = List.copyOf(words);
        }
    }

    /** A line of its own in parentheses. */
    record Subshell(ShellLine line) implements Content {}

    /** Commands that are joined by pipes, or whose output goes elsewhere. */
    record Plumbing() implements Content {}
}
