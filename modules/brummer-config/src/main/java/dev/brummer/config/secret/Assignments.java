package dev.brummer.config.secret;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds secrets written out in a command: {@code DB_PASSWORD=x npm start}, {@code serve --api-key=x}. */
public final class Assignments {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_-]*)=(\"[^\"]*\"|'[^']*'|[^\\s;&|\"']+)");

    private Assignments() {}

    /** Told of each of them. */
    @FunctionalInterface
    interface Told {
        void of(String name, String value, int begin, int end);
    }

    /** The command as anybody may read it. */
    public static String masked(String command) {
        Masking masking = new Masking(command);
        each(command, (_, _, begin, end) -> masking.hide(begin, end));
        return UrlPasswords.masked(masking.done());
    }

    // What only refers to a secret tells nothing of it.
    static void each(String command, Told told) {
        if (command.indexOf('=') < 0) {
            return;
        }
        Matcher found = ASSIGNMENT.matcher(command);
        while (found.find()) {
            boolean quoted = found.group(2).startsWith("\"") || found.group(2).startsWith("'");
            int begin = found.start(2) + (quoted ? 1 : 0);
            int end = found.end(2) - (quoted ? 1 : 0);
            String value = command.substring(begin, end);
            if (Secrets.isSecret(found.group(1)) && !value.isEmpty() && !value.startsWith("$")) {
                told.of(found.group(1), value, begin, end);
            }
        }
    }
}
