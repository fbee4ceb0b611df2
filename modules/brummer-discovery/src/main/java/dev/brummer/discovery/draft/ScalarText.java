package dev.brummer.discovery.draft;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Scalar;
import java.util.Locale;
import java.util.regex.Pattern;

/** Single values as YAML: without quotes where every reader takes them for the same text, in quotes elsewhere. */
final class ScalarText {
    private static final Pattern FIRST = Pattern.compile("[\\p{L}0-9_./$(+^\\\\]");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern DIGITS_AND_MORE = Pattern.compile("[+.]?[0-9][0-9_.,:+-]*([eE][+-]?[0-9]+)?|0[xXoObB].*");
    private static final Pattern SIGNS_OF_BRACKETS = Pattern.compile("[,\\[\\]{}]");
    private static final Pattern ENDS_A_KEY = Pattern.compile(":(\\s|$)|\\s#");

    private static final Span NOWHERE = new SourceFile("", "").span(0, 0);

    private ScalarText() {}

    /** On a line of its own, behind a key or a dash. */
    static String ofLine(Scalar scalar) {
        return scalar.isNull() ? "" : text(scalar, false);
    }

    /** Between brackets. */
    static String ofBrackets(Scalar scalar) {
        return scalar.isNull() ? "null" : text(scalar, true);
    }

    /** As a key. */
    static String ofKey(String text) {
        return text.isEmpty() ? "\"\"" : text(new Scalar(NOWHERE, text, false), true);
    }

    private static String text(Scalar scalar, boolean brackets) {
        String text = scalar.text();
        boolean plain = isPlain(text)
                && (scalar.plain() || !isWord(text))
                && !(brackets && SIGNS_OF_BRACKETS.matcher(text).find());
        return plain ? text : quoted(text);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && FIRST.matcher(text.substring(0, text.offsetByCodePoints(0, 1))).matches()
                && text.strip().equals(text)
                && text.chars().noneMatch(c -> isHidden((char) c))
                && !ENDS_A_KEY.matcher(text).find()
                && !text.startsWith("...")
                && (WHOLE.matcher(text).matches() || !DIGITS_AND_MORE.matcher(text).matches());
    }

    /** Whether some readers would take the text for something else than a text. */
    private static boolean isWord(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "false", "null", "yes", "no", "on", "off", "y", "n", ".inf", ".nan" -> true;
            default -> false;
        };
    }

    /** Whether an editor may not show what it is. */
    static boolean isHidden(char c) {
        return c < ' ' || (c >= '\u007f' && c <= '\u00a0') || c == '\u2028' || c == '\u2029' || c == '\ufeff'
                || Character.isSurrogate(c) || Character.getType(c) == Character.FORMAT;
    }

    private static String quoted(String text) {
        boolean hidden = text.chars().anyMatch(c -> isHidden((char) c));
        boolean escapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
        return escapes && !hidden ? "'" + text.replace("'", "''") + "'" : '"' + escaped(text) + '"';
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(isHidden(c) && !Character.isSurrogate(c) ? "\\u" + hex(c) : String.valueOf(c));
            }
        }
        return escaped.toString();
    }

    private static String hex(char c) {
        return Integer.toHexString(0x10000 | c).substring(1);
    }
}
