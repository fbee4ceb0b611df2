package dev.brummer.logs.query;

import dev.brummer.spi.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What levels are called in queries. */
final class LevelName {
    private LevelName() {}

    static List<String> all() {
        List<String> words = new ArrayList<>();
        for (Level level : Level.values()) {
            words.add(level.word());
        }
        return words;
    }

    /** The level of that name, in letters of either case. */
    static Optional<Level> find(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        for (Level level : Level.values()) {
            if (level.word().equals(word)) {
                return Optional.of(level);
            }
        }
        return word.equals("warning") ? Optional.of(Level.WARN) : Optional.empty();
    }
}
