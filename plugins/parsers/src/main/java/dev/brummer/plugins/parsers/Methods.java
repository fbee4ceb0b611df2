package dev.brummer.plugins.parsers;

/** The methods of HTTP that services are asked with. */
final class Methods {
    private static final String[] ALL = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};

    private Methods() {}

    /** Where the method begins that ends before {@code end}; -1 if no method stands there as a word of its own. */
    static int before(String text, int end) {
        int from = end;
        while (from > 0 && isUpper(text.charAt(from - 1))) {
            from--;
        }
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        boolean alone = !Character.isLetterOrDigit(before) && "._-".indexOf(before) < 0;
        return alone && is(text, from, end) ? from : -1;
    }

    /** Whether that part of a text is a method. */
    static boolean is(String text, int from, int to) {
        for (String method : ALL) {
            if (method.length() == to - from && text.startsWith(method, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
