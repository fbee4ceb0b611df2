package dev.brummer.logs.query;

/** Where a query was typed: the places differ in what a leading hyphen means. */
public enum Dialect {
    /** A word that begins with a hyphen is negated if two characters or more follow; shorter ones are options. */
    COMMAND_LINE,
    /** Any term that begins with a hyphen is negated. */
    PROMPT
}
