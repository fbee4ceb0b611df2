package dev.brummer.spi;

import java.util.Optional;

/**
 * An option that a plugin declares, so that {@code brummer.yaml} is checked for it as for Brummer's own keys.
 * Immutable.
 *
 * @param name as written in {@code brummer.yaml}: lower case words joined by {@code _}
 * @param required whether leaving it out is an error
 * @param defaultValue what holds when it is left out, as it would be written; empty for none
 * @param description one sentence for the documentation and for editors
 */
public record OptionSpec(
        String name, OptionType type, boolean required, Optional<String> defaultValue, String description) {
    /** An option that must be given. */
    public static OptionSpec required(String name, OptionType type, String description) {
        return new OptionSpec(name, type, true, Optional.empty(), description);
    }

    /** An option that may be left out and then has no value. */
    public static OptionSpec optional(String name, OptionType type, String description) {
        return new OptionSpec(name, type, false, Optional.empty(), description);
    }

    /** An option that may be left out and then has {@code defaultValue}. */
    public static OptionSpec withDefault(String name, OptionType type, String defaultValue, String description) {
        return new OptionSpec(name, type, false, Optional.of(defaultValue), description);
    }
}
