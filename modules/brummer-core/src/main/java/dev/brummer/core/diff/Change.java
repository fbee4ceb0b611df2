package dev.brummer.core.diff;

import java.util.Optional;

/**
 * Something of a service that is not what it was. Holds no value of an environment variable.
 *
 * @param what the key as the file has it, and which entry of it where it has several: {@code depends_on auth}
 * @param restarts whether a run has to end for it, since it has seen what was there before
 * @param before what stood there; empty where that is long, secret, or nothing
 * @param after what stands there now; empty where that is long, secret, or nothing
 */
public record Change(String what, boolean restarts, Optional<String> before, Optional<String> after) {
    /** Longer texts are not shown: the file has them. */
    private static final int SHORT = 60;

    static Change of(String what, boolean restarts) {
        return new Change(what, restarts, Optional.empty(), Optional.empty());
    }

    static Change of(String what, boolean restarts, String before, String after) {
        boolean shown = isShort(before) && isShort(after) && !before.equals(after);
        return shown
                ? new Change(what, restarts, Optional.of(before), Optional.of(after))
                : Change.of(what, restarts);
    }

    private static boolean isShort(String text) {
        return text.length() <= SHORT && text.indexOf('\n') < 0;
    }

    /** For a person: {@code command: npm run dev → npm start}, {@code environment PORT}. */
    public String words() {
        return before.isPresent() && after.isPresent() ? what + ": " + before.get() + " → " + after.get() : what;
    }
}
