package dev.brummer.cli;

import java.util.List;

/**
 * Runs several commands one after the other, which {@code --next} parts. The build does so once, so that the JVM learns
 * from all of them what it needs at the start of any.
 */
public final class Rehearsal {
    private static final String NEXT = "--next";

    private Rehearsal() {}

    /** @throws IllegalStateException if one of them fails */
    public static void main(String[] arguments) {
        List<String> rest = List.of(arguments);
        while (!rest.isEmpty()) {
            int end = rest.contains(NEXT) ? rest.indexOf(NEXT) : rest.size();
            List<String> command = rest.subList(0, end);
            Outcome code = Main.perform(command);
            if (code.number() != 0) {
                throw new IllegalStateException(command + " exits with " + code.number());
            }
            rest = rest.subList(Math.min(end + 1, rest.size()), rest.size());
        }
    }
}
