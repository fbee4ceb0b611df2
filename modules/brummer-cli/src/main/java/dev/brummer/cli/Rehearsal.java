package dev.brummer.cli;

import java.util.List;

/**
 * Runs several commands one after the other, which {@code --next} parts. The build does so once, so that the JVM learns
 * from all of them what it needs at the start of any.
 */
public final class Rehearsal {
    private static final String NEXT = "--next";

    private Rehearsal() {}

    /** Runs them, and exits with the code of the first that failed. */
    public static void main(String[] arguments) {
        List<String> rest = List.of(arguments);
        ExitCode code = ExitCode.OK;
        while (!rest.isEmpty() && code == ExitCode.OK) {
            int end = rest.contains(NEXT) ? rest.indexOf(NEXT) : rest.size();
            code = Main.perform(rest.subList(0, end));
            rest = rest.subList(Math.min(end + 1, rest.size()), rest.size());
        }
        System.exit(code.number());
    }
}
