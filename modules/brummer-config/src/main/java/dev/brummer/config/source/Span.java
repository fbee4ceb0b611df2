package dev.brummer.config.source;

/**
 * A piece of a file.
 *
 * @param line where it begins, from 0
 * @param column where it begins, in code points from 0
 * @param endLine where it ends
 * @param endColumn the first column that is no longer part of it
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn) {
    /** The place as {@code file:line:column}, counted from 1. */
    public String position() {
        return file.name() + ":" + (line + 1) + ":" + (column + 1);
    }

    /** The place as {@code file:line}, counted from 1. */
    public String lineOnly() {
        return file.name() + ":" + (line + 1);
    }

    /**
     * The part of this place that shows {@code text}, or all of it where the text is written otherwise there, as in an
     * escape.
     *
     * @param skip how many occurrences of it come before
     */
    public Span of(String text, int skip) {
        int left = skip;
        for (int at = line; at <= endLine && at < file.lineCount(); at++) {
            String source = file.line(at);
            int from = at == line ? offset(source, column) : 0;
            for (int found = source.indexOf(text, from); found >= 0; found = source.indexOf(text, found + 1)) {
                if (left-- == 0) {
                    int begin = source.codePointCount(0, found);
                    return new Span(file, at, begin, at, begin + text.codePointCount(0, text.length()));
                }
            }
        }
        return this;
    }

    private static int offset(String source, int column) {
        return source.offsetByCodePoints(0, Math.min(column, source.codePointCount(0, source.length())));
    }
}
