package dev.brummer.config.yaml;

import dev.brummer.config.source.Span;

/**
 * A single value, as written.
 *
 * @param plain whether it is written without quotes or block indicator, so that {@code null} in it means nothing
 */
public record Scalar(Span span, String text, boolean plain) implements Node {
    @Override
    public boolean isNull() {
        return plain
                && switch (text) {
                    case "", "~", "null", "Null", "NULL" -> true;
                    default -> false;
                };
    }

    @Override
    public String kind() {
        if (isNull()) {
            return "empty";
        }
        return quoted();
    }

    /** The text in quotes, cut where it is long. */
    public String quoted() {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text).replace("\n", "⏎") + "'";
    }
}
