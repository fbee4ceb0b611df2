package dev.brummer.insight.scan;

/** Steps over JSON as far as it takes to find a member of an object. What is broken finds nothing. */
public final class Json {
    private Json() {}

    /** Where the closing quote is of the string whose text begins at {@code from}; {@code end} where there is none. */
    public static int endOfString(byte[] json, int from, int end) {
        int at = from;
        while (at < end && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, end);
    }

    /** Where the value begins of the key that ends before {@code from}; -1 if no colon follows, so that it was no key. */
    public static int valueAfter(byte[] json, int from, int end) {
        int at = Scan.skipBlank(json, from, end);
        if (at >= end || json[at] != ':') {
            return -1;
        }
        at = Scan.skipBlank(json, at + 1, end);
        return at < end ? at : -1;
    }

    /**
     * Where the value begins of the object's own member {@code key}; -1 if it has none.
     *
     * @param start where the object's brace is
     */
    public static int member(byte[] json, int start, int end, byte[] key) {
        int depth = 0;
        for (int at = start; at < end; ) {
            byte b = json[at];
            if (b != '"') {
                depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
                at++;
                continue;
            }
            int close = endOfString(json, at + 1, end);
            int value = valueAfter(json, close + 1, end);
            if (value >= 0 && depth == 1 && close - at - 1 == key.length && Scan.startsWith(json, at + 1, close, key)) {
                return value;
            }
            at = value < 0 ? close + 1 : value;
        }
        return -1;
    }
}
