package dev.brummer.discovery.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code npm-run-all}, {@code run-s} and {@code run-p} are told: names and patterns of scripts, in groups.
 *
 * @param groups one after the other
 */
record RunAllCall(List<Group> groups) {
    /** @param parallel whether its scripts run side by side */
    record Group(boolean parallel, List<String> patterns) {}

    private static final Set<String> IGNORED = Set.of(
            "-c", "--continue-on-error", "-l", "--print-label", "-n", "--print-name", "-r", "--race", "--silent",
            "--aggregate-output", "-cl", "-lc", "-ln", "-nl", "-lr", "-rl");
    private static final Set<String> IGNORED_VALUES = Set.of("--max-parallel", "--npm-path");

    /** Empty where it is another program, or it is not plain what it is told. */
    static Optional<RunAllCall> of(Invocation invocation) {
        Optional<List<String>> arguments = invocation.arguments();
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        return switch (invocation.program().orElse("")) {
            case "npm-run-all", "npm-run-all2" -> read(arguments.get(), false, true);
            case "run-s" -> read(arguments.get(), false, false);
            case "run-p" -> read(arguments.get(), true, false);
            default -> Optional.empty();
        };
    }

    private static Optional<RunAllCall> read(List<String> words, boolean parallel, boolean switches) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(parallel, new ArrayList<>()));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean sequential = word.equals("-s") || word.equals("--sequential") || word.equals("--serial");
            if (switches && (sequential || word.equals("-p") || word.equals("--parallel"))) {
                groups.add(new Group(!sequential, new ArrayList<>()));
            } else if (IGNORED_VALUES.contains(word)) {
                i++;
            } else if (!IGNORED.contains(word) && !(sequential && word.equals("-s"))) {
                if (word.startsWith("-") || word.contains(" ") || !ScriptPattern.isPlain(word)) {
                    return Optional.empty();
                }
                groups.getLast().patterns().add(word);
            }
        }
        groups.removeIf(group -> group.patterns().isEmpty());
        return groups.isEmpty() ? Optional.empty() : Optional.of(new RunAllCall(groups));
    }
}
