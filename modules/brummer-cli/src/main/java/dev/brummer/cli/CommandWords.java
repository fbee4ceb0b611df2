package dev.brummer.cli;

import dev.brummer.spi.CommandLine;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Words of which the first is a name, and the rest a command with options of its own. */
final class CommandWords {
    private static final String END = "--";

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
