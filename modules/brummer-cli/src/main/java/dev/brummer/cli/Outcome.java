package dev.brummer.cli;

/** How a command ended: by a code of {@code brum}, or by that of the program it ran. */
sealed interface Outcome permits ExitCode, Outcome.Passed {
    int number();

    /** The code of another program, passed on. */
    record Passed(int number) implements Outcome {}
}
