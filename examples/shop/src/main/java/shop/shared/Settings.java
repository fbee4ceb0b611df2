package shop.shared;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the environment says. A value that is missing or malformed is told by the name of its variable. */
public record Settings(Map<String, String> variables) {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m)");

    public Settings {
        variables = Map.copyOf(variables);
    }

    /** The settings of this process. */
    public static Settings fromEnvironment() {
        return new Settings(System.getenv());
    }

    /** The text of a variable, or {@code otherwise} where it is unset or empty. */
    public String text(String name, String otherwise) {
        String value = variables.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value.trim();
    }

    /** The text of a variable that has no sensible default. */
    public String required(String name) {
        String value = text(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    /** A whole number. */
    public int number(String name, int otherwise) {
        String value = text(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a whole number", e);
        }
    }

    /** A duration such as {@code 500ms}, {@code 20s} or {@code 2m}. */
    public Duration duration(String name, Duration otherwise) {
        String value = text(name, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return parseDuration(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** A switch: {@code on} or {@code off}. */
    public boolean enabled(String name, boolean otherwise) {
        return switch (text(name, otherwise ? "on" : "off").toLowerCase(Locale.ROOT)) {
            case "on", "true", "1" -> true;
            case "off", "false", "0" -> false;
            default -> throw new IllegalArgumentException(name + " is neither on nor off");
        };
    }

    /** The address of another service. */
    public URI address(String name) {
        return URI.create(required(name));
    }

    /** Reads {@code 500ms}, {@code 20s} or {@code 2m}. */
    public static Duration parseDuration(String text) {
        var matcher = DURATION.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a duration such as 500ms, 20s or 2m");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
