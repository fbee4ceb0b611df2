package dev.brummer.cli.shell;

import java.util.Optional;

/**
 * An option.
 *
 * @param letter its short form, without hyphen
 * @param name without hyphens
 * @param value what it takes; empty for nothing
 */
public record Flag(Optional<String> letter, String name, Optional<Value> value, String description) {}
