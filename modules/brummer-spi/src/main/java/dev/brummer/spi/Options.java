package dev.brummer.spi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of a plugin's options, already checked against their {@link OptionSpec}s and with defaults filled in.
 * Asking for an option that was not declared, or as another type, is a fault of the plugin and an
 * {@link IllegalArgumentException}. Immutable.
 */
public final class Options {
    private final Map<String, Object> values;

    /**
     * @param values option name to value: {@link String}, {@link Long}, {@link Boolean}, {@link Duration},
     *     {@link Pattern}, {@link CommandLine} or a {@link List} of strings, as the option's type says
     */
    public Options(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Whether the option has a value, given or by default. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String string(String name) {
        return get(name, String.class);
    }

    public long integer(String name) {
        return get(name, Long.class);
    }

    /** How many bytes a size is. */
    public long size(String name) {
        return get(name, Long.class);
    }

    public boolean flag(String name) {
        return get(name, Boolean.class);
    }

    public Duration duration(String name) {
        return get(name, Duration.class);
    }

    public Pattern pattern(String name) {
        return get(name, Pattern.class);
    }

    public CommandLine command(String name) {
        return get(name, CommandLine.class);
    }

    /** A list option; empty where it has no value. */
    public List<String> strings(String name) {
        return has(name) ? get(name, List.class).stream().map(String.class::cast).toList() : List.of();
    }

    /** A string option that may have no value. */
    public Optional<String> optionalString(String name) {
        return has(name) ? Optional.of(string(name)) : Optional.empty();
    }

    private <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("option '" + name + "' is " + (value == null ? "not given" : "no " + type.getSimpleName()));
        }
        return type.cast(value);
    }
}
