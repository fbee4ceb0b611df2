package dev.brummer.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a whole command line may be.
 *
 * @param options those that stand before the command, and by their long names behind it as well
 */
public record Syntax(List<Flag> options, List<Word> words) {
    public Syntax {
        options = List.copyOf(options);
        words = List.copyOf(words);
    }

    /** Everything that may stand behind a command. */
    List<Flag> behind(Word word) {
        List<Flag> behind = new ArrayList<>(word.options());
        options.forEach(flag -> behind.add(
                new Flag(Optional.empty(), flag.name(), flag.value(), flag.description())));
        return behind;
    }

    /** Everything that may stand behind any command. */
    Stream<Flag> behind() {
        return words.stream().flatMap(word -> behind(word).stream());
    }
}
