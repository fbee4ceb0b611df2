package dev.brummer.runtime.doctor;

import dev.brummer.spi.CommandLine;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads as much of a line for the shell as can be read without being one. */
final class ShellLine {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-]+");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=[A-Za-z0-9_./:,@%+-]*");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

    // What dash and bash do by themselves, and the words of their grammar.
    private static final Set<String> OWN = Set.of(
            ".", ":", "[", "alias", "bg", "break", "builtin", "case", "cd", "command", "continue", "declare", "do", "done",
            "echo", "elif", "else", "esac", "eval", "exit", "export", "false", "fg", "fi", "for", "function", "getopts",
            "hash", "if", "in", "jobs", "kill", "local", "printf", "pwd", "read", "readonly", "return", "select", "set",
            "shift", "source", "test", "then", "time", "times", "trap", "true", "type", "ulimit", "umask", "unalias", "unset",
            "until", "wait", "while");

    private ShellLine() {}

    /** The program that is run first; empty where that is not plain to see. */
    static Optional<String> program(CommandLine command) {
        return switch (command) {
            case CommandLine.Words(var words) -> Optional.of(words.getFirst());
            case CommandLine.Shell(var line) -> program(line);
        };
    }

    /** The program that the line runs first; empty where that is not plain to see. */
    static Optional<String> program(String line) {
        for (String word : BLANKS.split(line.strip(), -1)) {
            var assignment = ASSIGNMENT.matcher(word);
            boolean passed = word.equals("exec") || (assignment.matches() && !assignment.group(1).equals("PATH"));
            if (!passed) {
                String first = word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
                boolean option = first.startsWith("-");
                return PLAIN.matcher(first).matches() && !option && !OWN.contains(first)
                        ? Optional.of(first)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
