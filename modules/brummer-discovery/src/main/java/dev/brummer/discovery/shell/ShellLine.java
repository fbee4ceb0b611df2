package dev.brummer.discovery.shell;

import java.util.List;
import java.util.Optional;

/**
 * A line for the shell, in steps. Immutable.
 *
 * @param text as it was written
 */
public record ShellLine(String text, List<Step> steps) {
    public ShellLine {
        steps = List.copyOf(steps);
    }

    /** The line; empty where it holds what only a shell understands, such as a loop, or is no line for a shell. */
    public static Optional<ShellLine> parse(String text) {
        try {
            return Optional.of(new ShellParser(text).line());
        } catch (NotUnderstoodException e) {
            return Optional.empty();
        }
    }

    /** Whether every step but the last is joined to the next by {@code joint}. */
    public boolean isJoinedBy(Joint joint) {
        return steps.subList(0, steps.size() - 1).stream().allMatch(step -> step.then() == joint);
    }

    /** What is written from a step on. */
    public String textFrom(int step) {
        return text.substring(steps.get(step).begin()).strip();
    }
}
