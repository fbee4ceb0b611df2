package dev.brummer.spi.text;

/**
 * The column of names that stands before lines: as wide as the longest name, or as a narrow terminal has room for. Whoever
 * draws lines beside those of the console has them stand below each other by it.
 */
public final class NameColumn {
    private static final int LEAST = 4;

    private NameColumn() {}

    /**
     * How wide it is: names take at most a third of the terminal, but always a few characters.
     *
     * @param longest how many characters the longest name has
     * @param columns of the terminal
     */
    public static int width(int longest, int columns) {
        return Math.min(longest, Math.max(LEAST, columns / 3));
    }

    /** A name in a column of that width, at least 1: filled up with blanks, or cut with an ellipsis. */
    public static String fit(String name, int width) {
        return name.length() > width
                ? name.substring(0, width - 1) + "…"
                : name + " ".repeat(width - name.length());
    }
}
