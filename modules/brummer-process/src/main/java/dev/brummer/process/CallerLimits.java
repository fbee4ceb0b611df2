package dev.brummer.process;

import java.util.OptionalInt;

/**
 * The limits of the shell that called {@code brum}, which its children get back: the JVM raises its own limit of open
 * files to the most it may have.
 *
 * @param openFiles the soft limit as {@code ulimit -Sn} said; empty where it is unlimited or not known
 */
public record CallerLimits(OptionalInt openFiles) {
    /** @param said what {@code ulimit -Sn} printed; may be null */
    public static CallerLimits of(@org.jspecify.annotations.Nullable String said) {
        boolean number = said != null && !said.isEmpty() && said.length() < 10 && isDigits(said);
        return new CallerLimits(number ? OptionalInt.of(Integer.parseInt(said)) : OptionalInt.empty());
    }

    // No stream: linking its lambda takes 12 ms, and the first service waits for that.
    private static boolean isDigits(String said) {
        for (int i = 0; i < said.length(); i++) {
            if (!Character.isDigit(said.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** What a shell does before it becomes the command, so that the command has these limits. */
    String statement() {
        return openFiles.isEmpty() ? "" : "ulimit -Sn " + openFiles.getAsInt() + "; ";
    }
}
