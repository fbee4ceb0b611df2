package dev.brummer.config.view;

import dev.brummer.core.text.JsonString;
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
            case String text -> out.append(JsonString.quoted(text));
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
            out.append(JsonString.quoted(String.valueOf(entry.getKey()))).append(colon);
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
}
