package dev.brummer.logs.query;

/** What a term asks of one line. Safe for use by several threads. */
interface LineMatch {
    /** Whether {@link #matches} may hold for the text of this line, which is as the child wrote it. */
    boolean mayMatch(byte[] raw, int from, int to);

    /** @param text UTF-8 without escape sequences and control characters, tabs aside */
    boolean matches(byte[] text, int from, int to);
}
