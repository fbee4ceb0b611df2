package dev.brummer.config.source;

import dev.brummer.config.secret.Secrets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a file as a diagnostic may show it, for those end up in logs: as wide as it is, without its secrets. */
final class ShownLine {
    private static final char DOT = '•';
    // Of a character that is two in Java, and one column wide.
    private static final char SECOND_HALF = '\uffff';

    /** What tells how a value is written, and of the value nothing. */
    private static final String SYNTAX = " \t\"'${}:?=#";

    private static final Pattern NAME = Pattern.compile("\\s*(export\\s+)?[A-Za-z0-9_.-]+\\s*");

    // A name, and what follows up to the value.
    private static final Pattern KEY = Pattern.compile("(?<![$]\\{|[A-Za-z0-9_.-])([A-Za-z_][A-Za-z0-9_.-]*)[\"']?\\s*[:=]\\s*");
    private static final Pattern VALUE =
            Pattern.compile("\"(\\\\.|[^\"\\\\])*\"?|'[^']*'?|(\\$\\{[^}]*\\}|(?! #)[^,}\\]])+");

    // What only refers to a secret tells nothing of it.
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_.]*(\\}|:?\\?[^}]*\\}|(?=:?[+-]))");

    private ShownLine() {}

    /** A line of an env file. What is no assignment may be the rest of a value. */
    static String ofVariables(String line) {
        int equals = line.indexOf('=');
        boolean assigns = equals > 0
                && NAME.matcher(line.substring(0, equals)).matches()
                // It may as well be the end of a key.
                && !line.stripTrailing().endsWith("=");
        StringBuilder shown = new StringBuilder(line);
        hide(shown, assigns ? equals + 1 : 0, line.length());
        return text(shown);
    }

    /** A line of any other file, in which keys say what is secret. */
    static String ofKeys(String line) {
        StringBuilder shown = new StringBuilder(line);
        Matcher key = KEY.matcher(line);
        while (key.find()) {
            Matcher value = VALUE.matcher(line).region(key.end(), line.length());
            if (Secrets.isSecret(key.group(1)) && value.lookingAt()) {
                hideBesideReferences(shown, line, value.start(), value.end());
            }
        }
        return text(shown);
    }

    private static void hideBesideReferences(StringBuilder shown, String line, int begin, int end) {
        Matcher reference = REFERENCE.matcher(line).region(begin, end);
        int from = begin;
        while (reference.find()) {
            hide(shown, from, reference.start());
            from = reference.end();
        }
        hide(shown, from, end);
    }

    private static void hide(StringBuilder line, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = line.charAt(i);
            if (SYNTAX.indexOf(c) < 0) {
                line.setCharAt(i, Character.isLowSurrogate(c) ? SECOND_HALF : DOT);
            }
        }
    }

    private static String text(StringBuilder shown) {
        return shown.toString().replace(String.valueOf(SECOND_HALF), "");
    }
}
