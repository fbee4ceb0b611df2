package dev.brummer.cli.shell;

import java.util.List;

/**
 * A command.
 *
 * @param options those that stand behind it
 * @param operand what else stands behind it
 */
public record Word(String name, String summary, List<Flag> options, Value operand) {
    public Word {
        options = List.copyOf(options);
    }
}
