package dev.brummer.spi.host;

import dev.brummer.spi.CommandLine;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Gives the texts of a file the types that a plugin declares for its options. */
public final class PluginOptions {
    private static final int LONGEST_PATTERN = 1000;

    private PluginOptions() {}

    /** An option as it was written, its variables replaced. */
    public sealed interface Value {
        record One(String text) implements Value {}

        record Many(List<String> texts) implements Value {}
    }

    /**
     * @param kind the plugin's id, for messages
     * @throws IllegalArgumentException if an option is unknown, missing or of the wrong type; says so to the user
     */
    public static Options of(String kind, Map<String, Value> given, List<OptionSpec> declared) {
        Map<String, Object> typed = new HashMap<>();
        for (OptionSpec option : declared) {
            Value value = given.get(option.name());
            if (value == null && option.required()) {
                throw new IllegalArgumentException(kind + " needs '" + option.name() + "'");
            }
            if (value == null && option.defaultValue().isPresent()) {
                value = new Value.One(option.defaultValue().get());
            }
            if (value != null) {
                typed.put(option.name(), typed(kind, option, value));
            }
        }
        for (String name : given.keySet()) {
            if (declared.stream().noneMatch(option -> option.name().equals(name))) {
                throw new IllegalArgumentException(kind + " has no option '" + name + "'");
            }
        }
        return new Options(typed);
    }

    private static Object typed(String kind, OptionSpec option, Value value) {
        try {
            return value instanceof Value.Many(var texts)
                    ? many(option.type(), texts)
                    : one(option.type(), ((Value.One) value).text());
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("'" + option.name() + "' of " + kind + " " + fault.getMessage(), fault);
        }
    }

    /**
     * A single value, typed.
     *
     * @throws IllegalArgumentException if it is not of the type; the message follows the option's name
     */
    public static Object one(OptionType type, String text) {
        return switch (type) {
            case STRING, SECRET -> text;
            case INTEGER -> integer(text);
            case BOOLEAN -> flag(text);
            case DURATION -> duration(text);
            case SIZE -> size(text);
            case PATTERN -> pattern(text);
            case COMMAND -> command(text);
            case STRINGS -> List.of(text);
        };
    }

    /**
     * A list, typed.
     *
     * @throws IllegalArgumentException if the type takes no list; the message follows the option's name
     */
    public static Object many(OptionType type, List<String> texts) {
        return switch (type) {
            case COMMAND -> new CommandLine.Words(texts);
            case STRINGS -> List.copyOf(texts);
            case STRING, SECRET, INTEGER, BOOLEAN, DURATION, SIZE, PATTERN ->
                throw new IllegalArgumentException("must be a single value, not a list");
        };
    }

    private static Long integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("must be a whole number, not '" + text + "'", none);
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not '" + text + "'");
        };
    }

    private static Object duration(String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("must be a duration, not '" + text + "': " + fault.getMessage(), fault);
        }
    }

    private static Long size(String text) {
        long bytes;
        try {
            bytes = SizeText.parse(text);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("must be a size, not '" + text + "': " + fault.getMessage(), fault);
        }
        if (bytes == 0) {
            throw new IllegalArgumentException("must be more than 0");
        }
        return bytes;
    }

    // The compiler of expressions recurses, along nested groups and along the whole expression.
    private static Pattern pattern(String text) {
        if (text.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException(
                    "must be a regular expression of at most " + LONGEST_PATTERN + " characters");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException fault) {
            String why = fault.getDescription() + " at character " + (fault.getIndex() + 1);
            throw new IllegalArgumentException("must be a regular expression: " + why, fault);
        }
    }

    private static CommandLine command(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("names no program");
        }
        return new CommandLine.Shell(text);
    }
}
