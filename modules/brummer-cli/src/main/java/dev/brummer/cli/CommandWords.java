package dev.brummer.cli;

import dev.brummer.spi.CommandLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Words of which the first is a name, and the rest a command with options of its own. */
final class CommandWords {
    private static final String END = "--";

    /** What means itself to a shell. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CommandWords() {}

    /**
     * The same with the mark that ends the options before the command, so that {@code exec users ls -l} is understood.
     *
     * @param options those that may stand before the command
     */
    static List<String> parted(List<String> words, Options options) {
        boolean named = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(END)) {
                return words;
            }
            if (word.startsWith("-") && word.length() > 1) {
                i += takesNext(word, options) ? 1 : 0;
            } else if (named) {
                List<String> parted = new ArrayList<>(words.subList(0, i));
                parted.add(END);
                parted.addAll(words.subList(i, words.size()));
                return parted;
            } else {
                named = true;
            }
        }
        return words;
    }

    /**
     * The same with that mark right behind the name, so that whatever follows it is left as it is: {@code run load --users 5}.
     *
     * @param options those that may stand before the name
     */
    static List<String> named(List<String> words, Options options) {
        int name = 0;
        while (name < words.size() && words.get(name).startsWith("-") && !words.get(name).equals(END)) {
            name += takesNext(words.get(name), options) ? 2 : 1;
        }
        int rest = name + 1;
        if (rest >= words.size() || words.get(name).equals(END) || words.get(rest).equals(END)) {
            return words;
        }
        List<String> named = new ArrayList<>(words);
        named.add(rest, END);
        return named;
    }

    /** Words before and behind the mark that ends the options. */
    record Parted(List<String> before, List<String> behind) {}

    /** The same with that mark once more behind the first: the parser takes that one away, and then it is known where it was. */
    static List<String> marked(List<String> words) {
        int end = words.indexOf(END);
        if (end < 0) {
            return words;
        }
        List<String> marked = new ArrayList<>(words);
        marked.add(end, END);
        return marked;
    }

    /** What the parser has left of {@link #marked} words. */
    static Parted parted(List<String> operands) {
        int end = operands.indexOf(END);
        return end < 0
                ? new Parted(operands, List.of())
                : new Parted(operands.subList(0, end), operands.subList(end + 1, operands.size()));
    }

    /** The command with more words at its end, as if they had been written there; in a line for the shell they are quoted. */
    static CommandLine appended(CommandLine command, List<String> words) {
        if (words.isEmpty()) {
            return command;
        }
        return switch (command) {
            case CommandLine.Words(var own) -> {
                List<String> all = new ArrayList<>(own);
                all.addAll(words);
                yield new CommandLine.Words(all);
            }
            case CommandLine.Shell(var line) ->
                new CommandLine.Shell(line.stripTrailing() + " "
                        + words.stream().map(CommandWords::quoted).collect(Collectors.joining(" ")));
        };
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A single word with blanks in it is a line, as people type it in quotes. */
    static CommandLine command(List<String> words) {
        boolean line = words.size() == 1 && words.getFirst().chars().anyMatch(Character::isWhitespace);
        return line ? new CommandLine.Shell(words.getFirst()) : new CommandLine.Words(words);
    }

    /** Whether the next word is the value of an option. */
    private static boolean takesNext(String word, Options options) {
        Option option = options.getOption(word);
        return option != null && option.hasArg();
    }
}
