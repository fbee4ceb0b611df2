package dev.brummer.spi;

/** What an option of a plugin accepts in {@code brummer.yaml}, and what {@link Options} gives it as. */
public enum OptionType {
    /** Any scalar, as written. */
    STRING,
    /** A whole number. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code 500ms}, {@code 2s}, {@code 1m30s}. */
    DURATION,
    /** A regular expression of {@link java.util.regex.Pattern}. */
    PATTERN,
    /** A string for the shell, or a list of words to run without one. */
    COMMAND,
    /** A list of scalars; a single scalar is a list of one. */
    STRINGS
}
