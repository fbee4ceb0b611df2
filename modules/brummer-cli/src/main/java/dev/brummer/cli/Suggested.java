package dev.brummer.cli;

import dev.brummer.core.text.Suggestion;
import java.util.Collection;

/** "Did you mean". */
final class Suggested {
    private Suggested() {}

    /** {@code ": did you mean 'auth'?"}, or nothing where no word is near. */
    static String among(Collection<String> known, String word) {
        return Suggestion.nearest(word, known).map(near -> ": did you mean '" + near + "'?").orElse("");
    }
}
