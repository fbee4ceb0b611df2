package dev.brummer.core.model;

/** What the console shows of a service's output; everything is stored. */
public enum ConsoleMode {
    ALL,
    ERRORS,
    OFF
}
