package dev.brummer.config.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a tree of maps, lists and scalars as JSON, without the cost of a library's start. */
public final class JsonText {
    /** Beyond it not every whole number is a double, and at last none a long. */
    private static final double WHOLE = 1L << 53;

    private final StringBuilder out = new StringBuilder();
    private final String indent;
    private final String colon;

    private JsonText(String indent, String colon) {
        this.indent = indent;
        this.colon = colon;
    }

    /** The tree as indented JSON, ending with a line feed. */
    public static String write(@Nullable Object tree) {
        JsonText text = new JsonText("  ", ": ");
        text.value(tree, "\n");
        return text.out.append('\n').toString();
    }

    /** The tree as JSON in one line, ending with a line feed. */
    public static String line(@Nullable Object tree) {
        JsonText text = new JsonText("", ":");
        text.value(tree, "");
        return text.out.append('\n').toString();
    }

    private void value(@Nullable Object value, String newline) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> map(map, newline);
            case List<?> list -> list(list, newline);
            case String text -> out.append(quote(text));
            case Double number when number == Math.rint(number) && Math.abs(number) <= WHOLE ->
                out.append(number.longValue());
            default -> out.append(value);
        }
    }

    private void map(Map<?, ?> map, String newline) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(newline).append(indent);
            out.append(quote(String.valueOf(entry.getKey()))).append(colon);
            value(entry.getValue(), newline + indent);
            separator = ",";
        }
        out.append(map.isEmpty() ? "}" : newline + "}");
    }

    private void list(List<?> list, String newline) {
        out.append('[');
        String separator = "";
        for (Object each : list) {
            out.append(separator).append(newline).append(indent);
            value(each, newline + indent);
            separator = ",";
        }
        out.append(list.isEmpty() ? "]" : newline + "]");
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean control = c < ' ' || (c >= 0x7f && c < 0xa0) || c == 0xfeff || c == 0x2028 || c == 0x2029;
                    quoted.append(control ? "\\u" + Integer.toHexString(0x10000 | c).substring(1) : String.valueOf(c));
                }
            }
        }
        return quoted.append('"').toString();
    }
}
