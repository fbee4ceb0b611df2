package dev.brummer.discovery.script;

import dev.brummer.discovery.shell.Content;
import dev.brummer.discovery.shell.Joint;
import dev.brummer.discovery.shell.ShellLine;
import dev.brummer.discovery.shell.Step;
import dev.brummer.discovery.shell.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The scripts of a file as a shell can run them without a package manager, which may refuse the file: in place of each call
 * of another script stands what that one says. For one thread.
 */
public final class ScriptText {
    // Scripts that call each other twice each would grow without end.
    private static final int MOST_CALLS = 200;

    private final Map<String, String> texts;
    private final Function<String, Optional<ScriptText>> folders;
    private final boolean replaces;
    private int calls;

    /**
     * @param texts of all scripts, by name
     * @param folders the scripts of another folder, by its path as it was written; empty where nothing is to be replaced there
     * @param replaces whether calls of these scripts are replaced; else only what comes before and after a script is added
     */
    public ScriptText(Map<String, String> texts, Function<String, Optional<ScriptText>> folders, boolean replaces) {
        this.texts = new LinkedHashMap<>(texts);
        this.folders = folders;
        this.replaces = replaces;
    }

    /** What a text runs. */
    public String of(String text) {
        calls = 0;
        return replaces ? of(text, Set.of()) : text;
    }

    /** What runs in place of a script that says {@code text}: with the ones that the manager runs before and after it. */
    public String around(String script, String text) {
        return around(script, of(text), Set.of());
    }

    private String around(String script, String text, Set<String> within) {
        List<String> all = new ArrayList<>();
        hook("pre" + script, within).ifPresent(all::add);
        all.add(text);
        hook("post" + script, within).ifPresent(all::add);
        return all.size() == 1 ? text : all.stream().map(ScriptText::alone).collect(Collectors.joining(" && "));
    }

    private Optional<String> hook(String name, Set<String> within) {
        return Optional.ofNullable(texts.get(name)).map(text -> replaces ? of(text, within) : text);
    }

    /** A text that can stand among others. */
    private static String alone(String text) {
        return isOne(text) ? text : ShellLine.parse(text).isPresent() ? "(" + text + ")" : "(" + text + "\n)";
    }

    private static boolean isOne(String text) {
        return ShellLine.parse(text)
                .filter(line -> line.steps().size() == 1 && line.steps().getFirst().then() == Joint.END)
                .isPresent();
    }

    private String of(String text, Set<String> within) {
        Optional<ShellLine> line = ShellLine.parse(text);
        if (line.isEmpty()) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        boolean here = true;
        for (Step step : line.get().steps()) {
            replaced.append(text, done, step.begin()).append(here ? step(step, within) : step.text());
            done = step.begin() + step.text().length();
            // Scripts that are called in another folder are others.
            here &= !step.text().startsWith("cd ");
        }
        replaced.append(text.substring(done));
        return replaced.toString();
    }

    private String step(Step step, Set<String> within) {
        return switch (step.content()) {
            case Content.Subshell(var line) -> "(" + of(line.text(), within) + ")";
            case Content.Plumbing _ -> step.text();
            case Content.Simple simple -> command(Invocation.of(simple), within).orElse(step.text());
        };
    }

    private Optional<String> command(Invocation invocation, Set<String> within) {
        Optional<RunCall> run = RunCall.of(invocation);
        Optional<String> called = run.isPresent() ? run(run.get(), within) : runAll(invocation, within);
        return called.map(text -> with(invocation.assignments(), text));
    }

    private Optional<String> run(RunCall run, Set<String> within) {
        return switch (run.where()) {
            case Where.Here _ -> here(run, within);
            case Where.Folder(var path) ->
                folders.apply(path).map(there -> "(cd " + Quoted.word(path) + " && " + there.of(run.text()) + ")");
            case Where.Workspace _ -> Optional.empty();
        };
    }

    private Optional<String> here(RunCall run, Set<String> within) {
        List<String> called = new ArrayList<>();
        called.add(run.script());
        called.addAll(run.extra());
        if (!run.extra().isEmpty() && texts.keySet().containsAll(called)) {
            return beside(called, within);
        }
        List<String> arguments = run.extra().stream().filter(word -> !word.equals("--")).toList();
        return script(run.script(), within).map(text -> arguments.isEmpty() ? text : given(text, arguments));
    }

    private static String given(String text, List<String> arguments) {
        // As managers do it, which put arguments behind whatever the script says.
        return text + arguments.stream().map(word -> " " + Quoted.word(word)).collect(Collectors.joining());
    }

    private Optional<String> script(String name, Set<String> within) {
        String text = texts.get(name);
        if (text == null || within.contains(name) || ++calls > MOST_CALLS) {
            return Optional.empty();
        }
        Set<String> deeper = new LinkedHashSet<>(within);
        deeper.add(name);
        return Optional.of(alone(around(name, of(text, deeper), deeper)));
    }

    private Optional<String> runAll(Invocation invocation, Set<String> within) {
        return RunAllCall.of(invocation).flatMap(all -> {
            List<String> phases = new ArrayList<>();
            for (RunAllCall.Group group : all.groups()) {
                List<String> names = group.patterns().stream()
                        .flatMap(pattern -> ScriptPattern.bySegments(pattern, texts.keySet(), "").stream())
                        .toList();
                Optional<String> phase = group.parallel() ? beside(names, within) : inOrder(names, within);
                if (phase.isEmpty()) {
                    return Optional.empty();
                }
                phases.add(phase.get());
            }
            return Optional.of(phases.size() == 1 ? phases.getFirst() : String.join(" && ", phases));
        });
    }

    private Optional<String> inOrder(List<String> names, Set<String> within) {
        return all(names, within).map(texts -> texts.size() == 1 ? texts.getFirst() : "(" + String.join(" && ", texts) + ")");
    }

    private Optional<String> beside(List<String> names, Set<String> within) {
        return all(names, within).map(texts -> "(" + String.join(" & ", texts) + " & wait)");
    }

    private Optional<List<String>> all(List<String> names, Set<String> within) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            Optional<String> text = script(name, within);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            found.add(text.get());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static String with(List<Word> assignments, String text) {
        if (assignments.isEmpty()) {
            return text;
        }
        String set = assignments.stream().map(Word::source).collect(Collectors.joining(" "));
        boolean command = isOne(text) && !text.startsWith("(");
        return command ? set + " " + text : "(export " + set + "; " + text + ")";
    }
}
