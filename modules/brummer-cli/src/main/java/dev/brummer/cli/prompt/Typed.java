package dev.brummer.cli.prompt;

/**
 * A line as somebody typed it.
 *
 * @param word the first one, without its slash
 * @param operand the rest, without blanks around it
 * @param operandAt where the operand begins in the line, in code points
 */
record Typed(String line, boolean isCommand, String word, String operand, int operandAt) {
    static Typed of(String line) {
        int begin = skip(line, 0, true);
        int end = skip(line, begin, false);
        int rest = skip(line, end, true);
        boolean command = line.startsWith("/", begin);
        String word = line.substring(command ? begin + 1 : begin, end);
        return new Typed(line, command, word, line.substring(rest).strip(), line.codePointCount(0, rest));
    }

    private static int skip(String line, int from, boolean blanks) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at)) == blanks) {
            at++;
        }
        return at;
    }

    boolean isBlank() {
        return line.isBlank();
    }

    /** Whether the first word is complete: something follows it, be it a blank. */
    boolean complete() {
        return skip(line, skip(line, 0, true), false) < line.length();
    }

    /** The last word of the line; empty behind a blank. */
    String lastWord() {
        int begin = line.length();
        while (begin > 0 && !Character.isWhitespace(line.charAt(begin - 1))) {
            begin--;
        }
        return line.substring(begin);
    }
}
