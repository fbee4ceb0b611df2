package dev.brummer.config.shape;

import dev.brummer.config.yaml.Node;
import dev.brummer.core.text.Suggestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Single values whose variables are replaced while the file is loaded.
 *
 * @param words what is accepted, to follow "must be"
 * @param id of the diagnostic for a value that cannot be read
 */
public record Scalars<T>(String words, String id, Map<String, Object> schema, Parser<T> parser) implements Shape<T> {
    /** Reads the value from its text. */
    @FunctionalInterface
    public interface Parser<T> {
        /** @throws IllegalArgumentException if the text is no such value; the message is a hint, and may be empty */
        T parse(String text);
    }

    @Override
    public @Nullable T read(Node node, Place place, Reading reading) {
        String text = reading.text(node, place, words);
        if (text == null) {
            return null;
        }
        try {
            return parser.parse(text);
        } catch (IllegalArgumentException fault) {
            String message = place + " must be " + words + ", not " + quoted(text);
            reading.faults().error(id, message, node.span(), String.valueOf(fault.getMessage()));
            return null;
        }
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text).replace('\n', ' ') + "'";
    }

    /** The same with other words for what is accepted. */
    public Scalars<T> as(String other) {
        return new Scalars<>(other, id, schema, parser);
    }

    /** Any text. */
    public static Scalars<String> text(String words) {
        return new Scalars<>(words, "wrong-type", Schemas.scalar(), text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("");
            }
            return text;
        });
    }

    public static Scalars<Boolean> flag() {
        Map<String, Object> schema = Schemas.anyOf(
                Schemas.of("type", "boolean"), Schemas.of("type", "string", "pattern", "\\$\\{|^(true|false)$"));
        return new Scalars<>("true or false", "wrong-type", schema, text -> switch (text) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            case "yes", "on" -> throw new IllegalArgumentException("write true");
            case "no", "off" -> throw new IllegalArgumentException("write false");
            default -> throw new IllegalArgumentException("");
        });
    }

    /** A whole number in a range. */
    public static Scalars<Integer> whole(String words, String id, int least, int most) {
        Map<String, Object> schema = Schemas.anyOf(
                Schemas.of("type", "integer", "minimum", least, "maximum", most),
                Schemas.of("type", "string", "pattern", "\\$\\{|^[0-9]+$"));
        return new Scalars<>(words, id, schema, text -> whole(text, least, most));
    }

    private static int whole(String text, int least, int most) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("", none);
        }
        if (value < least || value > most) {
            throw new IllegalArgumentException("from " + least + " to " + most);
        }
        return value;
    }

    /** A number, with or without a fraction. */
    public static Scalars<Double> number(String words, double least) {
        Map<String, Object> schema = Schemas.anyOf(
                Schemas.of("type", "number", "minimum", least),
                Schemas.of("type", "string", "pattern", "\\$\\{|^[0-9.]+$"));
        return new Scalars<>(words, "wrong-type", schema, text -> {
            double value = Double.parseDouble(text);
            if (!(value >= least) || value > 1e6) {
                throw new IllegalArgumentException("");
            }
            return value;
        });
    }

    /**
     * One of several words.
     *
     * @param id of the diagnostic for any other word
     */
    public static <T> Scalars<T> words(String id, Map<String, T> values) {
        Map<String, Object> schema = Schemas.orVariable(Schemas.of("enum", List.copyOf(values.keySet())));
        String words = "one of " + String.join(", ", values.keySet());
        return new Scalars<>(words, id, schema, text -> {
            T value = values.get(text);
            if (value == null) {
                throw new IllegalArgumentException(Suggestion.hint(text, values.keySet()));
            }
            return value;
        });
    }
}
