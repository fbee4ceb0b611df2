package dev.brummer.config.view;

import dev.brummer.core.text.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a tree as YAML, with a comment behind values where there is one. */
final class YamlText {
    private static final int WIDE = 100;

    private final StringBuilder out = new StringBuilder();
    private final Function<List<String>, String> comments;
    private final List<String> path = new ArrayList<>();

    private YamlText(Function<List<String>, String> comments) {
        this.comments = comments;
    }

    /** @param comments what to say of the value at a path; empty for nothing */
    static String write(Map<String, ?> tree, Function<List<String>, String> comments) {
        YamlText text = new YamlText(comments);
        text.map(tree, "");
        return text.out.toString();
    }

    private void map(Map<?, ?> map, String indent) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            // The first key of a map in a list stands behind the dash.
            out.append(first && endsWithDash() ? "" : indent);
            first = false;
            path.add(String.valueOf(entry.getKey()));
            out.append(scalar(entry.getKey())).append(':');
            value(entry.getValue(), indent);
            path.removeLast();
        }
    }

    private boolean endsWithDash() {
        return out.length() > 1 && out.charAt(out.length() - 1) == ' ' && out.charAt(out.length() - 2) == '-';
    }

    private void value(@Nullable Object value, String indent) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> {
                out.append('\n');
                map(map, indent + "  ");
            }
            case List<?> list when !isFlat(list) -> list(list, indent);
            case null -> line("");
            default -> line(" " + flat(value));
        }
    }

    private void list(List<?> list, String indent) {
        out.append('\n');
        for (int i = 0; i < list.size(); i++) {
            path.add(Integer.toString(i));
            out.append(indent).append("  - ");
            if (list.get(i) instanceof Map<?, ?> map && !map.isEmpty()) {
                map(map, indent + "    ");
            } else {
                line(flat(list.get(i)));
            }
            path.removeLast();
        }
    }

    private void line(String text) {
        String comment = comments.apply(List.copyOf(path));
        out.append(text).append(comment.isEmpty() ? "" : "  # " + comment).append('\n');
    }

    private static boolean isFlat(List<?> list) {
        return list.stream().noneMatch(each -> each instanceof Map<?, ?> || each instanceof List<?>)
                && flat(list).length() < WIDE;
    }

    private static String flat(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> _ -> "{}";
            case List<?> list -> {
                List<String> items = new ArrayList<>();
                list.forEach(each -> items.add(scalar(each)));
                yield "[" + String.join(", ", items) + "]";
            }
            case null, default -> scalar(value);
        };
    }

    private static String scalar(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> isPlain(text) ? text : JsonString.quoted(text);
            case Double number when number == Math.rint(number) -> Long.toString(number.longValue());
            default -> value.toString();
        };
    }

    /** Whether a text needs no quotes, not even within brackets. */
    private static boolean isPlain(String text) {
        if (isDuration(text)) {
            return true;
        }
        if (text.isEmpty() || isWord(text) || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = c == ' ' && i + 1 < text.length() && isLetter(text.charAt(i + 1));
            boolean colon = c == ':' && i + 1 < text.length() && text.charAt(i + 1) != ' ';
            if (!isLetter(c) && !inner && !colon && (c < '0' || c > '9') && "-+=@%".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDuration(String text) {
        boolean unit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            unit = "umsh".indexOf(c) >= 0;
            if (!unit && (c < '0' || c > '9')) {
                return false;
            }
        }
        return unit && Character.isDigit(text.charAt(0));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/' || c == '.';
    }

    /** Whether other readers would take the text for something else than a text. */
    private static boolean isWord(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "false", "null", "yes", "no", "on", "off", "y", "n" -> true;
            default -> text.charAt(0) == '.';
        };
    }
}
