package dev.brummer.core.model;

/** What the file says of one environment variable. */
public sealed interface EnvironmentValue {
    record Set(Template value) implements EnvironmentValue {}

    /** Written with a null value: as the caller has it, and not at all where the caller has none. */
    record Inherit() implements EnvironmentValue {}
}
