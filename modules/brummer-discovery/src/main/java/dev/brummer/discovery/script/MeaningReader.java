package dev.brummer.discovery.script;

import dev.brummer.discovery.script.Call.Target;
import dev.brummer.discovery.script.Meaning.Calls;
import dev.brummer.discovery.script.Meaning.Containers;
import dev.brummer.discovery.script.Meaning.Program;
import dev.brummer.discovery.shell.Content;
import dev.brummer.discovery.shell.Joint;
import dev.brummer.discovery.shell.ShellLine;
import dev.brummer.discovery.shell.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what the scripts of one file mean. */
public final class MeaningReader {
    private static final Where HERE = new Where.Here();
    private static final Pattern SHORT = Pattern.compile("(?:npm|yarn|pnpm|bun|node|deno):(\\S+)");
    private static final int DEEPEST = 8;

    private final List<String> names;

    /** @param names of all the scripts, in the order of the file */
    public MeaningReader(Collection<String> names) {
        this.names = List.copyOf(names);
    }

    /** What a script means; {@code self} is its name. */
    public Meaning read(String self, String text) {
        return read(self, text, 0);
    }

    private Meaning read(String self, String text, int depth) {
        Optional<ShellLine> line = depth > DEEPEST ? Optional.empty() : ShellLine.parse(text);
        return line.flatMap(cut -> read(self, cut, depth)).orElseGet(() -> Program.of(text.strip(), HERE));
    }

    private Optional<Meaning> read(String self, ShellLine line, int depth) {
        List<Step> steps = line.steps();
        Optional<String> folder = steps.size() > 1 && steps.getFirst().then() == Joint.AND
                ? folder(steps.getFirst())
                : Optional.empty();
        if (folder.isPresent()) {
            return Optional.of(within(folder.get(), line.textFrom(1), depth));
        }
        if (steps.size() == 1) {
            return steps.getFirst().then() == Joint.BESIDE ? Optional.empty() : step(self, steps.getFirst(), depth);
        }
        if (line.isJoinedBy(Joint.AND)) {
            return inOrder(self, line, depth);
        }
        return line.isJoinedBy(Joint.BESIDE) ? Optional.of(sideBySide(self, steps, depth)) : Optional.empty();
    }

    /** The folder that a step goes to. */
    private static Optional<String> folder(Step step) {
        if (step.content() instanceof Content.Simple(var assignments, var words)
                && assignments.isEmpty()
                && words.size() == 2
                && (words.getFirst().is("cd") || words.getFirst().is("pushd"))) {
            return words.get(1).value().filter(path -> !path.isEmpty() && !path.startsWith("-"));
        }
        return Optional.empty();
    }

    /** What stands behind {@code cd FOLDER &&}. Scripts that are called there are others than those of this file. */
    private static Meaning within(String folder, String text, int depth) {
        return switch (new MeaningReader(List.of()).read("", text, depth + 1)) {
            case Program(var inner, Where.Folder(var below), var before) when before.isEmpty() ->
                Program.of(inner, new Where.Folder(joined(folder, below)));
            case Program(var inner, Where.Here _, var before) when before.isEmpty() ->
                Program.of(inner, new Where.Folder(folder));
            case Containers(var up, Where.Here _) -> new Containers(up, new Where.Folder(folder));
            case Containers(var up, Where.Folder(var below)) -> new Containers(up, new Where.Folder(joined(folder, below)));
            case Program _, Calls _, Containers _ -> Program.of(text, new Where.Folder(folder));
        };
    }

    private static String joined(String folder, String below) {
        return below.startsWith("/") ? below : folder.replaceAll("/+$", "") + "/" + below;
    }

    /** One after the other: calls, and at the end perhaps a program that needed them. */
    private Optional<Meaning> inOrder(String self, ShellLine line, int depth) {
        List<List<Call>> phases = new ArrayList<>();
        List<Step> steps = line.steps();
        for (int i = 0; i < steps.size(); i++) {
            Optional<List<List<Call>>> calls = step(self, steps.get(i), depth).flatMap(MeaningReader::phases);
            if (calls.isEmpty()) {
                return phases.isEmpty() ? Optional.empty() : after(phases, self, line.textFrom(i), depth);
            }
            phases.addAll(calls.get());
        }
        return Optional.of(Calls.of(phases));
    }

    /** The phases of what nobody has set variables for. */
    private static Optional<List<List<Call>>> phases(Meaning meaning) {
        return switch (meaning) {
            case Calls(var phases, var environment) when environment.isEmpty() -> Optional.of(phases);
            case Containers containers -> Optional.of(List.of(List.of(Call.of(new Target.Inline(containers)))));
            case Calls _, Program _ -> Optional.empty();
        };
    }

    private Optional<Meaning> after(List<List<Call>> before, String self, String rest, int depth) {
        return read(self, rest, depth + 1) instanceof Program(var text, var where, var none) && none.isEmpty()
                ? Optional.of(new Program(text, where, before))
                : Optional.empty();
    }

    private Meaning sideBySide(String self, List<Step> steps, int depth) {
        List<Call> calls = new ArrayList<>();
        for (Step step : steps) {
            boolean waits = step == steps.getLast() && step.text().equals("wait");
            if (!waits) {
                Meaning meaning = step(self, step, depth).orElseGet(() -> Program.of(step.text(), HERE));
                calls.addAll(calls(meaning, Optional.empty()));
            }
        }
        return Calls.of(List.of(calls));
    }

    /** What stands for something that runs beside others: the scripts that it calls side by side, or itself. */
    private static List<Call> calls(Meaning meaning, Optional<String> name) {
        return meaning instanceof Calls(var phases, var environment) && phases.size() == 1 && environment.isEmpty()
                ? phases.getFirst().stream()
                        .map(call -> phases.getFirst().size() == 1 ? call.named(name.or(call::name)) : call)
                        .toList()
                : List.of(Call.of(new Target.Inline(meaning)).named(name));
    }

    private Optional<Meaning> step(String self, Step step, int depth) {
        return switch (step.content()) {
            case Content.Simple simple -> Optional.of(command(self, Invocation.of(simple), step.text(), depth));
            case Content.Subshell(var line) -> Optional.of(read(self, line.text(), depth + 1));
            case Content.Plumbing _ -> Optional.empty();
        };
    }

    private Meaning command(String self, Invocation invocation, String text, int depth) {
        Meaning plain = Program.of(text, HERE);
        Optional<ComposeUp> up = ComposeUp.of(invocation, text);
        if (up.isPresent()) {
            return new Containers(up.get(), HERE);
        }
        Optional<RunCall> run = RunCall.of(invocation);
        if (run.isPresent()) {
            return invocation.assignments().isEmpty() ? run(self, run.get(), text, plain) : plain;
        }
        Optional<List<List<Call>>> phases = RunAllCall.of(invocation).flatMap(all -> phases(self, all));
        if (phases.isEmpty()) {
            phases = ConcurrentlyCall.of(invocation).flatMap(call -> beside(self, call, depth));
        }
        return phases.isEmpty()
                ? plain
                : invocation.environment().<Meaning>map(with(phases.get())).orElse(plain);
    }

    private static Function<Map<String, String>, Meaning> with(List<List<Call>> phases) {
        return environment -> new Calls(phases, environment);
    }

    private Meaning run(String self, RunCall run, String text, Meaning plain) {
        if (run.where() instanceof Where.Folder) {
            return Program.of(run.text(), run.where());
        }
        if (run.where() instanceof Where.Workspace(var name, _)) {
            return Program.of(run.text(), new Where.Workspace(name, text));
        }
        List<String> called = new ArrayList<>();
        called.add(run.script());
        called.addAll(run.extra());
        boolean calls = names.containsAll(called) && !called.contains(self);
        return calls ? Calls.of(List.of(called.stream().map(Call::script).toList())) : plain;
    }

    private Optional<List<List<Call>>> phases(String self, RunAllCall all) {
        List<List<Call>> phases = new ArrayList<>();
        for (RunAllCall.Group group : all.groups()) {
            List<Call> calls = new ArrayList<>();
            for (String pattern : group.patterns()) {
                List<String> found = ScriptPattern.isPattern(pattern)
                        ? ScriptPattern.bySegments(pattern, names, self)
                        : names.stream().filter(pattern::equals).toList();
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                found.forEach(name -> calls.add(Call.script(name)));
            }
            if (group.parallel()) {
                phases.add(calls);
            } else {
                calls.forEach(call -> phases.add(List.of(call)));
            }
        }
        return Optional.of(phases);
    }

    private Optional<List<List<Call>>> beside(String self, ConcurrentlyCall all, int depth) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < all.commands().size(); i++) {
            String command = all.commands().get(i);
            Matcher called = SHORT.matcher(command);
            if (!called.matches()) {
                calls.addAll(calls(read(self, command, depth + 1), all.name(i)));
                continue;
            }
            List<Call> found = named(called.group(1), all.name(i), self);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            calls.addAll(found);
        }
        return Optional.of(List.of(calls));
    }

    /** The scripts of a pattern; a name for it is what the names of all of them begin with. */
    private List<Call> named(String pattern, Optional<String> name, String self) {
        if (!ScriptPattern.isPattern(pattern)) {
            return names.contains(pattern) ? List.of(Call.script(pattern).named(name)) : List.of();
        }
        int before = pattern.indexOf('*');
        if (pattern.lastIndexOf('*') != before) {
            return List.of();
        }
        int after = pattern.length() - before - 1;
        return ScriptPattern.byPrefix(pattern, names, self).stream()
                .map(script -> Call.script(script)
                        .named(name.map(prefix -> prefix + script.substring(before, script.length() - after))))
                .toList();
    }
}
