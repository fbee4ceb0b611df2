package dev.brummer.config;

import dev.brummer.config.shape.Located;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TemplateSyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code NAME=value} lines: comments, {@code export}, quotes and values over several lines as Compose has them.
 * {@code ${…}} means a variable but for single quotes; any other dollar sign means itself, for it may be a password's.
 */
final class EnvFile {
    private final SourceFile file;
    private final Faults faults;
    private final String text;
    private final Map<String, Located<EnvironmentValue>> variables = new LinkedHashMap<>();
    private int at;

    private EnvFile(SourceFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.text = file.text();
    }

    static Map<String, Located<EnvironmentValue>> parse(SourceFile file, Faults faults) {
        EnvFile parser = new EnvFile(file, faults);
        while (parser.at < parser.text.length()) {
            parser.line();
        }
        return parser.variables;
    }

    private void line() {
        blanks();
        int begin = at;
        int end = lineEnd(begin);
        at = end;
        String line = text.substring(begin, end).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
            assignment(begin, end);
        }
        at++;
    }

    private void assignment(int begin, int end) {
        int equals = text.indexOf('=', begin);
        if (equals < 0 || equals >= end) {
            malformed("this line has no '='", begin, end);
            return;
        }
        String name = text.substring(begin, equals).strip();
        if (name.startsWith("export ")) {
            name = name.substring("export ".length()).strip();
        }
        if (!isName(name)) {
            // What is no word may be a part of somebody's key.
            String shown = name.matches("[A-Za-z0-9_.-]*") ? "'" + name + "'" : "what stands before '='";
            malformed(shown + " cannot name a variable", begin, equals);
            return;
        }
        at = equals + 1;
        blanks();
        value(name, end);
    }

    private void value(String name, int end) {
        char first = at < end ? text.charAt(at) : '\n';
        if (first == '\'' || first == '"') {
            quoted(name, first, end);
            return;
        }
        int begin = at;
        int comment = comment(begin, end);
        String value = text.substring(begin, comment).strip();
        put(name, escapeDollars(value), begin, begin + value.length());
        at = end;
    }

    private int comment(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) == '#' && (i == begin || Character.isWhitespace(text.charAt(i - 1)))) {
                return i;
            }
        }
        return end;
    }

    private void quoted(String name, char quote, int end) {
        int begin = at;
        StringBuilder value = new StringBuilder();
        int close = quote == '"' ? doubleQuoted(begin + 1, value) : text.indexOf('\'', begin + 1);
        if (close < 0) {
            malformed("the quote is not closed", begin, end);
            at = text.length();
            return;
        }
        int lineEnd = lineEnd(close);
        String rest = text.substring(close + 1, lineEnd).strip();
        if (!rest.isEmpty() && !rest.startsWith("#")) {
            malformed("something follows the closing quote", close + 1, lineEnd);
        }
        String source = quote == '"' ? value.toString() : Template.literal(text.substring(begin + 1, close)).source();
        put(name, source, begin, close + 1);
        at = lineEnd;
    }

    /** Where the closing quote stands, or -1; what is between goes to {@code value} as a template's source. */
    private int doubleQuoted(int begin, StringBuilder value) {
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                value.append(unescape(text.charAt(i)));
            } else {
                boolean plainDollar = c == '$' && (i + 1 == text.length() || text.charAt(i + 1) != '{');
                value.append(plainDollar ? "$$" : String.valueOf(c));
            }
        }
        return -1;
    }

    private static String unescape(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '$' -> "$$";
            case '"', '\\' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private static String escapeDollars(String value) {
        if (value.indexOf('$') < 0) {
            return value;
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c == '$' && (i + 1 == value.length() || value.charAt(i + 1) != '{');
            escaped.append(plain ? "$$" : String.valueOf(c));
        }
        return escaped.toString();
    }

    private void put(String name, String source, int begin, int end) {
        try {
            EnvironmentValue value = new EnvironmentValue.Set(Template.parse(source));
            variables.put(name, new Located<>(value, file.span(begin, end)));
        } catch (TemplateSyntaxException fault) {
            String hint = "in single quotes it means itself";
            faults.error("bad-expression", fault.getMessage(), file.span(begin, end), hint);
        }
    }

    private void malformed(String message, int begin, int end) {
        String shown = text.substring(begin, end);
        int length = Math.max(1, shown.stripTrailing().length());
        String hint = "write NAME=value, or begin a comment with '#'";
        faults.error("bad-env-line", message, file.span(begin, Math.min(text.length(), begin + length)), hint);
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && !(i > 0 && ((c >= '0' && c <= '9') || c == '.' || c == '-'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private void blanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
