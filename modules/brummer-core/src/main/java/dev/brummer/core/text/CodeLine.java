package dev.brummer.core.text;

/**
 * A line as a message shows it, with a caret below: at most so long, with what stands before the caret.
 *
 * @param text the line, or the piece of it around the place
 * @param indent blanks of the same width as what precedes the place
 * @param width of the place, at least 1
 */
public record CodeLine(String text, String indent, int width) {
    private static final int LONGEST = 120;
    private static final int BEFORE = 40;

    /**
     * A line and a place in it.
     *
     * @param from where the place begins, in code points; what is behind the end of the line counts as its end
     * @param to where it ends
     */
    public static CodeLine of(String line, int from, int to) {
        int[] points = line.codePoints().toArray();
        return of(points, Math.min(from, points.length), Math.min(to, points.length));
    }

    private static CodeLine of(int[] points, int column, int end) {
        int from = points.length <= LONGEST ? 0 : Math.max(0, column - BEFORE);
        int to = Math.min(points.length, from + LONGEST);
        String before = (from > 0 ? "…" : "") + expand(points, from, column);
        String within = expand(points, column, Math.min(Math.max(end, column), to));
        String after = expand(points, Math.min(Math.max(end, column), to), to) + (to < points.length ? "…" : "");
        return new CodeLine(
                (before + within + after).stripTrailing(), blanks(before), Math.max(1, width(within.stripTrailing())));
    }

    private static String expand(int[] points, int from, int to) {
        StringBuilder expanded = new StringBuilder();
        for (int i = from; i < to; i++) {
            // Tabs have no width of their own; as two blanks they keep the caret under its place.
            if (points[i] == '\t') {
                expanded.append("  ");
            } else {
                expanded.append(Printable.of(Character.toString(points[i])));
            }
        }
        return expanded.toString();
    }

    private static String blanks(String text) {
        return " ".repeat(width(text));
    }

    private static int width(String text) {
        return text.codePoints().map(CodeLine::cells).sum();
    }

    // East Asian wide letters and emoji take two cells.
    private static int cells(int point) {
        boolean wide = (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0x1f300 && point <= 0x1faff);
        return wide ? 2 : 1;
    }
}
