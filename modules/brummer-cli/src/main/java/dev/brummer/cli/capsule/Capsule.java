package dev.brummer.cli.capsule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What there is to know of a test that failed. Immutable.
 *
 * @param parts as text
 */
public record Capsule(Map<Part, String> parts) {
    private static final int NAME_WIDTH = 16;

    public Capsule {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /**
     * One with these parts, and a list of them.
     *
     * @param masked takes out of a text what nobody is to read
     */
    public static Capsule of(Map<Part, String> parts, UnaryOperator<String> masked) {
        Map<Part, String> all = new EnumMap<>(Part.class);
        // Digits of a secret may be a number elsewhere, and JSON is to stay JSON.
        parts.forEach((part, text) ->
                all.put(part, part.isJson() ? JsonStrings.changed(text, masked) : masked.apply(text)));
        all.put(Part.README, readme(all));
        return new Capsule(all);
    }

    private static String readme(Map<Part, String> parts) {
        return parts.keySet().stream()
                .map(part -> part.file() + " ".repeat(NAME_WIDTH - part.file().length()) + part.holds() + "\n")
                .collect(Collectors.joining(
                        "",
                        """
                        This is what Brummer kept of a test that failed. 'brum capsule show FILE' prints the report, and
                        'brum capsule show FILE log.txt' any other part.

                        """,
                        """

                        Values of environment files and of variables whose names sound secret read *** in all of them.
                        """));
    }
}
