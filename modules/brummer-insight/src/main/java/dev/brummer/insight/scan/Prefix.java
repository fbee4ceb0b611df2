package dev.brummer.insight.scan;

/**
 * What programs that pass on the output of others put before each line: a time, {@code web-1  | } as Compose does, or
 * {@code [web] }. Allocates nothing.
 */
public final class Prefix {
    private static final int LONGEST = 48;
    private static final int DATE = "2026-11-22T".length();
    private static final int CLOCK = "15:04:05".length();

    private Prefix() {}

    /** Whether a prefix may begin with it: cheap, for most of what traces are made of is none. */
    public static boolean mayBegin(byte first) {
        return first == '[' || (Scan.kind(first) & (Scan.LETTER | Scan.DIGIT)) != 0;
    }

    /** Past the time at {@code from} and one blank; {@code from} where there is none. */
    public static int endOfTime(byte[] bytes, int from, int to) {
        if (to - from <= CLOCK || !Scan.isDigit(bytes[from])) {
            return from;
        }
        int clock = to - from > DATE + CLOCK && isDate(bytes, from) ? from + DATE : from;
        if (!isClock(bytes, clock)) {
            return from;
        }
        int at = clock + CLOCK;
        while (at < to && isInZone(bytes[at])) {
            at++;
        }
        return at < to && bytes[at] == ' ' ? at + 1 : from;
    }

    /** {@code 2026-11-22T} or {@code 2026/11/22 }. */
    private static boolean isDate(byte[] bytes, int at) {
        byte separator = bytes[at + 4];
        return (separator == '-' || separator == '/')
                && bytes[at + 7] == separator
                && (bytes[at + 10] == 'T' || bytes[at + 10] == ' ');
    }

    private static boolean isClock(byte[] bytes, int at) {
        return bytes[at + 2] == ':' && bytes[at + 5] == ':' && Scan.isDigit(bytes[at]) && Scan.isDigit(bytes[at + 7]);
    }

    /** A fraction of a second, and the zone. */
    private static boolean isInZone(byte b) {
        return Scan.isDigit(b) || b == '.' || b == ',' || b == 'Z' || b == '+' || b == '-' || b == ':';
    }

    /** Past the name at {@code from} that says whose line it is, and one blank; {@code from} where there is none. */
    public static int endOfOwner(byte[] bytes, int from, int to) {
        if (from == to) {
            return from;
        }
        int last = Math.min(to, from + LONGEST);
        return bytes[from] == '[' ? endOfBracket(bytes, from, last) : endOfBar(bytes, from, last);
    }

    private static int endOfBracket(byte[] bytes, int from, int last) {
        int at = from + 1;
        while (at < last && isInName(bytes[at])) {
            at++;
        }
        return at > from + 1 && at + 1 < last && bytes[at] == ']' && bytes[at + 1] == ' ' ? at + 2 : from;
    }

    private static int endOfBar(byte[] bytes, int from, int last) {
        int at = from;
        while (at < last && isInName(bytes[at])) {
            at++;
        }
        if (at == from) {
            return from;
        }
        while (at < last && bytes[at] == ' ') {
            at++;
        }
        at = Scan.skipEscapes(bytes, at, last);
        if (at == last || bytes[at] != '|') {
            return from;
        }
        int after = Scan.skipEscapes(bytes, at + 1, last);
        return after == last ? after : bytes[after] == ' ' ? after + 1 : from;
    }

    private static boolean isInName(byte b) {
        boolean letterOrDigit = (Scan.kind(b) & (Scan.LETTER | Scan.DIGIT)) != 0;
        return letterOrDigit || b == '-' || b == '_' || b == '.' || b == ':' || b == '/';
    }

    /** A number for whose line it is, from the prefix at {@code bytes[from, to)}; 0 for a time. */
    public static int owner(byte[] bytes, int from, int to) {
        if (bytes[from] == '[' && Scan.isDigit(bytes[from + 1]) && bytes[from + 3] == ':') {
            return 0;
        }
        int hash = 1;
        for (int at = from; at < to && bytes[at] != ' '; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }
}
