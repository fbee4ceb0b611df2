package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;
import dev.brummer.insight.scan.ThrownName;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** How runtimes begin what they print of an exception, a panic or a warning. */
final class Failure {
    private static final byte[][] PHRASES = {
        ascii("Exception in thread "), ascii("Caused by: "), ascii("Traceback (most recent call last)"),
        ascii("Uncaught "), ascii("Unhandled "), ascii("fatal error: "), ascii("Segmentation fault"),
        ascii("runtime error: "), ascii("http: panic serving")
    };
    // Most lines begin with none of these.
    private static final boolean[] FIRST_OF_PHRASE = firstOfPhrase();
    private static final byte[] THREAD = ascii("thread '");
    private static final byte[] PANICKED = ascii(" panicked at");

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
        if (ThrownName.end(bytes, at, to) > at) {
            return ThrownName.isWarning(bytes, at, to) ? Level.WARN : Level.ERROR;
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
}
