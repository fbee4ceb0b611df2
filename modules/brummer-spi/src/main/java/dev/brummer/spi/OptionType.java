package dev.brummer.spi;

/** What an option of a plugin accepts in {@code brummer.yaml}, and what {@link Options} gives it as. */
public enum OptionType {
    /** Any scalar, as written. */
    STRING,
    /**
     * A text that must not stand in a file that is committed: {@code ${TOKEN}} or a text around such a variable. Given as
     * a string. It belongs into no message.
     */
    SECRET,
    /** A whole number. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code 500ms}, {@code 2s}, {@code 1m30s}. */
    DURATION,
    /** A number of bytes, more than 0: {@code 10MB}, {@code 1.5GiB}, {@code 4096}. */
    SIZE,
    /** A regular expression of {@link java.util.regex.Pattern}. */
    PATTERN,
    /** A string for the shell, or a list of words to run without one. */
    COMMAND,
    /** A list of scalars; a single scalar is a list of one. */
    STRINGS
}
