package dev.brummer.plugins.parsers;

/**
 * What stands before what a line says: a time, a level, a thread, whose line it is. A word that is none of these begins
 * the message, so that a line which merely speaks of a message is told from the message itself.
 */
final class Head {
    private static final int LONGEST = 300;
    private static final String OPENING = "[(<";
    private static final String CLOSING = "])>";

    private Head() {}

    /** Whether all of {@code text} before {@code at} is head. */
    static boolean covers(String text, int at) {
        if (at > LONGEST) {
            return false;
        }
        int from = afterBlanks(text, 0);
        while (from < at) {
            int next = step(text, from);
            if (next < 0) {
                return false;
            }
            from = afterBlanks(text, next);
        }
        return true;
    }

    /** Where the message begins. */
    static int end(String text) {
        int from = afterBlanks(text, 0);
        while (from < text.length() && from < LONGEST) {
            int next = step(text, from);
            if (next < 0) {
                return from;
            }
            from = afterBlanks(text, next);
        }
        return from;
    }

    static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Scan.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Past the part of the head that begins at {@code from}; -1 if none does. */
    private static int step(String text, int from) {
        int bracket = OPENING.indexOf(text.charAt(from));
        if (bracket >= 0) {
            return afterBracket(text, from, CLOSING.charAt(bracket));
        }
        HeadWord word = new HeadWord(text, from);
        return word.isPair() ? word.afterPair() : word.isPart() ? word.end() : -1;
    }

    private static int afterBracket(String text, int from, char closing) {
        int close = text.indexOf(closing, from);
        if (close < 0 || close - from > LONGEST) {
            return -1;
        }
        int after = close + 1;
        return after < text.length() && (text.charAt(after) == ':' || text.charAt(after) == ',') ? after + 1 : after;
    }
}
