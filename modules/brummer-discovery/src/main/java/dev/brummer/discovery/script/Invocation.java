package dev.brummer.discovery.script;

import dev.brummer.discovery.shell.Content;
import dev.brummer.discovery.shell.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command without what only prepares it: variables that are set, and what looks for it in {@code node_modules}.
 *
 * @param assignments as they were written, {@code A=b}
 */
record Invocation(List<Word> assignments, List<Word> words) {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Set<String> SETTERS = Set.of("cross-env", "env");
    private static final Set<String> FINDERS = Set.of("npx", "bunx", "pnpx");
    private static final Set<String> FINDERS_OPTIONS = Set.of("-y", "--yes", "--no", "--no-install");

    static Invocation of(Content.Simple command) {
        List<Word> assignments = new ArrayList<>(command.assignments());
        List<Word> words = withoutFinder(command.words());
        if (!words.isEmpty() && SETTERS.contains(words.getFirst().source())) {
            int at = 1;
            while (at < words.size() && ASSIGNMENT.matcher(words.get(at).source()).matches()) {
                assignments.add(words.get(at++));
            }
            words = words.subList(at, words.size());
        }
        return new Invocation(assignments, withoutFinder(words));
    }

    private static List<Word> withoutFinder(List<Word> words) {
        boolean finds = !words.isEmpty() && FINDERS.contains(words.getFirst().source());
        boolean executes = words.size() > 1
                && words.get(0).is("pnpm")
                && words.get(1).is("exec");
        int at = finds ? 1 : executes ? 2 : 0;
        while (finds && at < words.size() && FINDERS_OPTIONS.contains(words.get(at).source())) {
            at++;
        }
        return words.subList(at, words.size());
    }

    /** The first word; empty where there is none or only a shell knows it. */
    Optional<String> program() {
        return words.isEmpty() ? Optional.empty() : words.getFirst().value();
    }

    /** The words behind the first; empty where only a shell knows one of them. */
    Optional<List<String>> arguments() {
        List<String> arguments = new ArrayList<>();
        for (Word word : words.subList(Math.min(1, words.size()), words.size())) {
            if (word.value().isEmpty()) {
                return Optional.empty();
            }
            arguments.add(word.value().get());
        }
        return Optional.of(arguments);
    }

    /** The variables that it is given; empty where only a shell knows one of their values. */
    Optional<Map<String, String>> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Word assignment : assignments) {
            if (assignment.value().isEmpty()) {
                return Optional.empty();
            }
            String[] both = assignment.value().get().split("=", 2);
            environment.put(both[0], both[1]);
        }
        return Optional.of(environment);
    }
}
