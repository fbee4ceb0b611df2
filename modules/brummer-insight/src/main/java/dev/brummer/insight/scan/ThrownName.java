package dev.brummer.insight.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * The name of what was thrown, at the head of what runtimes print of it: {@code java.lang.IllegalStateException: no},
 * {@code TypeError: x}, {@code Error [ERR_MODULE_NOT_FOUND]: Cannot find module}. Allocates nothing.
 */
public final class ThrownName {
    private static final byte[] ERROR = "Error".getBytes(US_ASCII);
    private static final byte[] EXCEPTION = "Exception".getBytes(US_ASCII);
    private static final byte[] THROWABLE = "Throwable".getBytes(US_ASCII);
    private static final byte[] WARNING = "Warning".getBytes(US_ASCII);

    private ThrownName() {}

    /**
     * Where the name ends that begins at {@code at}; -1 if none does. A name is a class called so, and behind it are a
     * colon and the message, or nothing.
     */
    public static int end(byte[] bytes, int at, int to) {
        int end = endOfName(bytes, at, to);
        // What follows is looked at first: it tells at once that most words are no such name.
        return isFollowed(bytes, end, to) && isSuch(bytes, at, end) ? end : -1;
    }

    private static boolean isSuch(byte[] bytes, int at, int end) {
        return endsWith(bytes, at, end, ERROR)
                || endsWith(bytes, at, end, EXCEPTION)
                || endsWith(bytes, at, end, WARNING)
                || endsWith(bytes, at, end, THROWABLE);
    }

    /** Whether the name at {@code at} is that of a mere warning. */
    public static boolean isWarning(byte[] bytes, int at, int to) {
        return endsWith(bytes, at, endOfName(bytes, at, to), WARNING);
    }

    /** Where the first byte is that cannot be part of a class's name. */
    public static int endOfName(byte[] bytes, int at, int to) {
        int end = at;
        while (end < to && isName(bytes[end])) {
            end++;
        }
        return end;
    }

    private static boolean isFollowed(byte[] bytes, int end, int to) {
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
