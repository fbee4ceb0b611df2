package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.shell.Content;
import dev.brummer.discovery.shell.ShellLine;
import dev.brummer.discovery.shell.Step;
import dev.brummer.discovery.shell.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a command through folders, wrappers and scripts to the program that it runs last. For one command. */
final class LaunchReader {
    private static final int DEEPEST = 6;
    private static final Set<String> MANAGERS = Set.of("npm", "yarn", "pnpm", "bun");
    private static final Set<String> SHORT = Set.of("start", "test");
    private static final Set<String> WRAPPERS =
            Set.of("env", "cross-env", "cross-env-shell", "npx", "bunx", "exec", "nohup", "time");
    private static final Set<String> RUNNERS = Set.of("poetry", "pipenv", "uv", "rye", "pdm", "hatch");
    private static final Set<String> DOT_ENV = Set.of("dotenv", "env-cmd", "dotenvx", "dotenv-flow");
    private static final String DIVIDER = "--";

    private final FolderFiles files;
    private final Map<String, Assigned> variables = new LinkedHashMap<>();
    private Path folder;
    private boolean readsDotEnv;
    private Span at;

    private LaunchReader(FolderFiles files, Path folder, Span at) {
        this.files = files;
        this.folder = folder;
        this.at = at;
    }

    /** Empty where it is not plain what is run. */
    static Optional<Launch> read(ServiceSketch service, FolderFiles files) {
        Optional<Node> command = service.key("command").map(Said::value);
        String written = service.key("working_dir")
                .map(said -> said.value() instanceof Scalar path ? path.text() : "")
                .orElse("");
        Optional<Path> folder = written.contains("${") ? Optional.empty() : FolderFiles.path(files.project(), written);
        if (command.isEmpty() || folder.isEmpty()) {
            return Optional.empty();
        }
        LaunchReader reader = new LaunchReader(files, folder.get(), command.get().span());
        return switch (command.get()) {
            case Scalar line -> reader.line(line.text().replace("$$", "$"), List.of(), 0);
            case Sequence words -> reader.words(texts(words), 0);
            case Mapping _ -> Optional.empty();
        };
    }

    private static List<String> texts(Sequence words) {
        return words.items().stream()
                .map(word -> word instanceof Scalar text ? text.text().replace("$$", "$") : "")
                .toList();
    }

    private Optional<Launch> line(String text, List<String> further, int depth) {
        Optional<ShellLine> line = depth > DEEPEST ? Optional.empty() : ShellLine.parse(text);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        List<Step> steps = line.get().steps();
        for (Step step : steps.subList(0, steps.size() - 1)) {
            boolean goesOn = switch (step.then()) {
                case AND, THEN -> prepare(step);
                case OR, BESIDE, END -> false;
            };
            if (!goesOn) {
                return Optional.empty();
            }
        }
        return switch (steps.getLast().content()) {
            case Content.Simple(var assignments, var words) -> {
                assignments.forEach(this::assign);
                List<String> all = new ArrayList<>(words.stream().map(LaunchReader::text).toList());
                all.addAll(further);
                yield words(all, depth);
            }
            case Content.Subshell(var inner) -> line(inner.text(), further, depth + 1);
            case Content.Plumbing _ -> Optional.empty();
        };
    }

    private static String text(Word word) {
        return word.value().orElse(word.source());
    }

    /** Goes along with what comes before the program; whether it can be told what follows. */
    private boolean prepare(Step step) {
        if (!(step.content() instanceof Content.Simple(var assignments, var words))) {
            return true;
        }
        if (words.isEmpty()) {
            return true;
        }
        if (words.getFirst().is("cd")) {
            Optional<Path> into = words.size() == 2 ? words.get(1).value().flatMap(this::resolved) : Optional.empty();
            folder = into.orElse(folder);
            return into.isPresent();
        }
        if (words.getFirst().is("export")) {
            words.subList(1, words.size()).forEach(this::assign);
        }
        return true;
    }

    private Optional<Path> resolved(String path) {
        return FolderFiles.path(folder, path);
    }

    private void assign(Word assignment) {
        String[] both = text(assignment).split("=", 2);
        if (both.length == 2 && assignment.value().isPresent()) {
            variables.put(both[0], new Assigned(both[1], at.of(assignment.source(), 0)));
        } else if (both.length == 2) {
            variables.put(both[0], new Assigned("?", at));
        }
    }

    /** Takes wrappers off, and follows scripts. */
    private Optional<Launch> words(List<String> all, int depth) {
        List<String> words = all;
        while (!words.isEmpty() && depth <= DEEPEST) {
            String first = words.getFirst();
            if (DOT_ENV.contains(first)) {
                readsDotEnv = true;
                words = behindOptions(words, Set.of("-e", "-f", "-c", "-p", "--environments"));
            } else if (WRAPPERS.contains(first)) {
                words = assigned(behindOptions(words, Set.of()));
            } else if (RUNNERS.contains(first) && words.size() > 2 && words.get(1).equals("run")) {
                words = words.subList(2, words.size());
            } else if (Set.of("sh", "bash").contains(first) && words.size() == 3 && words.get(1).matches("-[a-z]*c")) {
                return line(words.get(2), List.of(), depth + 1);
            } else if (MANAGERS.contains(first)) {
                return managed(words, depth);
            } else {
                break;
            }
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Launch(folder, words, variables, readsDotEnv, at));
    }

    private boolean isFile(String path) {
        return resolved(path).filter(Files::isRegularFile).isPresent();
    }

    private static List<String> behindOptions(List<String> words, Set<String> valued) {
        int i = 1;
        while (i < words.size() && words.get(i).startsWith("-")) {
            boolean divides = words.get(i).equals(DIVIDER);
            i += valued.contains(words.get(i)) ? 2 : 1;
            if (divides) {
                break;
            }
        }
        int from = i < words.size() && words.get(i).equals("run") ? i + 1 : i;
        int begin = from < words.size() && words.get(from).equals(DIVIDER) ? from + 1 : from;
        return words.subList(Math.min(begin, words.size()), words.size());
    }

    private List<String> assigned(List<String> words) {
        int i = 0;
        while (i < words.size() && words.get(i).matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
            String[] both = words.get(i).split("=", 2);
            variables.put(both[0], new Assigned(both[1].contains("$") ? "?" : both[1], at.of(words.get(i), 0)));
            i++;
        }
        return words.subList(i, words.size());
    }

    /** A package manager: the script that it runs, or itself where it does something else. */
    private Optional<Launch> managed(List<String> words, int depth) {
        List<String> rest = words.stream().skip(1).filter(word -> !word.matches("-s|--silent")).toList();
        boolean run = !rest.isEmpty() && rest.getFirst().matches("run(-script)?");
        List<String> plain = rest.subList(run ? 1 : 0, rest.size());
        boolean other = !run && words.getFirst().equals("npm") && !plain.isEmpty() && !SHORT.contains(plain.getFirst());
        if (plain.isEmpty() || plain.getFirst().startsWith("-") || other) {
            return Optional.empty();
        }
        List<String> further = plain.stream().skip(1).filter(word -> !word.equals(DIVIDER)).toList();
        Optional<Scalar> script = PackageText.read(folder, files).flatMap(file -> file.script(plain.getFirst()));
        if (script.isEmpty()) {
            if (words.getFirst().equals("bun") && isFile(plain.getFirst())) {
                return Optional.of(new Launch(folder, words, variables, readsDotEnv, at));
            }
            return isFile("node_modules/.bin/" + plain.getFirst()) ? words(plain, depth + 1) : Optional.empty();
        }
        at = script.get().span();
        return line(script.get().text(), further, depth + 1);
    }
}
