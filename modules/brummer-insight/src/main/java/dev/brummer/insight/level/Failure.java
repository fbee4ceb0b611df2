package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** How runtimes begin what they print of an exception, a panic or a warning. */
final class Failure {
    private static final byte[][] PHRASES = {
        ascii("Exception in thread "), ascii("Caused by: "), ascii("Traceback (most recent call last)"),
        ascii("Uncaught "), ascii("Unhandled "), ascii("fatal error: "), ascii("Segmentation fault"),
        ascii("runtime error: ")
    };
    // Most lines begin with none of these.
    private static final boolean[] FIRST_OF_PHRASE = firstOfPhrase();
    private static final byte[] THREAD = ascii("thread '");
    private static final byte[] PANICKED = ascii(" panicked at");
    private static final byte[] ERROR = ascii("Error");
    private static final byte[] EXCEPTION = ascii("Exception");
    private static final byte[] WARNING = ascii("Warning");

    private Failure() {}

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static boolean[] firstOfPhrase() {
        boolean[] firsts = new boolean[256];
        for (byte[] phrase : PHRASES) {
            firsts[phrase[0]] = true;
        }
        return firsts;
    }

    /** The level of what begins at {@code at}; null if it is no failure. */
    static @Nullable Level find(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && isName(bytes[end])) {
            end++;
        }
        Level named = named(bytes, at, end, to);
        if (named != null) {
            return named;
        }
        return isPhrase(bytes, at, to) || isPanic(bytes, at, to) ? Level.ERROR : null;
    }

    private static boolean isPhrase(byte[] bytes, int at, int to) {
        if (!FIRST_OF_PHRASE[bytes[at] & 0xFF]) {
            return false;
        }
        for (byte[] phrase : PHRASES) {
            if (Scan.startsWith(bytes, at, to, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPanic(byte[] bytes, int at, int to) {
        if (!Scan.startsWith(bytes, at, to, THREAD)) {
            return false;
        }
        for (int i = at; i < to; i++) {
            if (Scan.startsWith(bytes, i, to, PANICKED)) {
                return true;
            }
        }
        return false;
    }

    /** A class called so, and its message behind a colon, or nothing: {@code java.lang.IllegalStateException: no}. */
    private static @Nullable Level named(byte[] bytes, int from, int end, int to) {
        if (!endsAsName(bytes, end, to)) {
            return null;
        }
        if (endsWith(bytes, from, end, ERROR) || endsWith(bytes, from, end, EXCEPTION)) {
            return Level.ERROR;
        }
        return endsWith(bytes, from, end, WARNING) ? Level.WARN : null;
    }

    private static boolean endsAsName(byte[] bytes, int end, int to) {
        int after = Scan.skipEscapes(bytes, end, to);
        if (after == to) {
            return true;
        }
        if (bytes[after] == ':') {
            return after + 1 == to || Scan.isBlank(bytes[after + 1]);
        }
        return isCode(bytes, after, to);
    }

    /** As Node writes it: {@code Error [ERR_MODULE_NOT_FOUND]: Cannot find module}. */
    private static boolean isCode(byte[] bytes, int at, int to) {
        if (at + 2 >= to || bytes[at] != ' ' || bytes[at + 1] != '[' || !Scan.isUpper(bytes[at + 2])) {
            return false;
        }
        int end = Scan.endOfToken(bytes, at + 1, to);
        return bytes[end - 1] == ':' && bytes[end - 2] == ']';
    }

    /** Whether the name ends so, and its last part begins with a capital. */
    private static boolean endsWith(byte[] bytes, int from, int end, byte[] suffix) {
        if (end - from < suffix.length || !Scan.startsWith(bytes, end - suffix.length, end, suffix)) {
            return false;
        }
        int simple = end;
        while (simple > from && bytes[simple - 1] != '.' && bytes[simple - 1] != '$') {
            simple--;
        }
        return Scan.isUpper(bytes[simple]);
    }

    private static boolean isName(byte b) {
        return Scan.isLetter(b) || Scan.isDigit(b) || b == '.' || b == '_' || b == '$';
    }
}
