package dev.brummer.discovery.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A package manager that is told to run a script.
 *
 * @param manager {@code npm}, {@code yarn}, {@code pnpm}, {@code bun} or {@code node}
 * @param explicit whether it says that this is a script, as with {@code run}; else it may be a program
 * @param extra words behind the script's name, with the {@code --} that may stand among them
 */
record RunCall(String manager, Where where, String script, boolean explicit, List<String> extra) {
    private static final Set<String> RUN = Set.of("run", "run-script", "rum", "urn");
    private static final Set<String> NPM_SHORT = Set.of("start", "test", "stop", "restart");
    private static final List<String> QUIET =
            List.of("-s", "--silent", "-q", "--quiet", "--if-present", "--no-update-notifier");
    // What a filter of pnpm may hold beside a name.
    private static final Pattern FILTER = Pattern.compile("@?[\\w./-]+");

    /** What it runs; empty where it does something else, or it is not plain what. */
    static Optional<RunCall> of(Invocation invocation) {
        Optional<List<String>> arguments = invocation.arguments();
        if (arguments.isEmpty() || invocation.program().isEmpty()) {
            return Optional.empty();
        }
        return switch (invocation.program().get()) {
            case "npm" -> npm(arguments.get());
            case "yarn", "yarnpkg" -> yarn(arguments.get());
            case "pnpm" -> pnpm(arguments.get());
            case "bun" -> bun(arguments.get());
            case "node" -> node(arguments.get());
            default -> Optional.empty();
        };
    }

    private static Optional<RunCall> npm(List<String> all) {
        List<String> valued = List.of("--prefix", "-C", "-w", "--workspace", "--loglevel", "--scripts-prepend-node-path");
        Optional<Arguments> read = Arguments.read(all, QUIET, valued, false);
        if (read.isEmpty() || read.get().words().isEmpty()) {
            return Optional.empty();
        }
        List<String> words = read.get().words();
        String first = words.getFirst();
        boolean runs = RUN.contains(first) && words.size() > 1;
        String script = runs ? words.get(1) : first.equals("t") || first.equals("tst") ? "test" : first;
        if (!runs && !NPM_SHORT.contains(script)) {
            return Optional.empty();
        }
        List<String> extra = new ArrayList<>(words.subList(runs ? 2 : 1, words.size()));
        if (!read.get().rest().isEmpty()) {
            extra.add("--");
            extra.addAll(read.get().rest());
        }
        boolean many = read.get().values().values().stream().anyMatch(values -> values.size() > 1);
        return many
                ? Optional.empty()
                : where(read.get().value("--prefix", "-C"), read.get().value("-w", "--workspace"))
                        .map(where -> new RunCall("npm", where, script, true, extra));
    }

    private static Optional<Where> where(Optional<String> folder, Optional<String> workspace) {
        if (folder.isPresent() && workspace.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(folder.<Where>map(Where.Folder::new)
                .or(() -> workspace.map(name -> new Where.Workspace(name, "")))
                .orElse(new Where.Here()));
    }

    private static Optional<RunCall> yarn(List<String> all) {
        Optional<Arguments> read = Arguments.read(all, QUIET, List.of("--cwd"), true);
        if (read.isEmpty() || read.get().words().isEmpty()) {
            return Optional.empty();
        }
        String first = read.get().words().getFirst();
        List<String> rest = read.get().rest();
        Optional<String> folder = read.get().value("--cwd");
        if (first.equals("workspace")) {
            return rest.size() < 2 || folder.isPresent()
                    ? Optional.empty()
                    : script("yarn", new Where.Workspace(rest.getFirst(), ""), rest.get(1), rest.subList(2, rest.size()));
        }
        return where(folder, Optional.empty()).flatMap(where -> script("yarn", where, first, rest));
    }

    private static Optional<RunCall> pnpm(List<String> all) {
        Optional<Arguments> read =
                Arguments.read(all, QUIET, List.of("-C", "--dir", "-F", "--filter"), true);
        if (read.isEmpty() || read.get().words().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> filter = read.get().value("-F", "--filter");
        if (filter.filter(written -> !FILTER.matcher(written).matches() || written.contains("...")).isPresent()) {
            return Optional.empty();
        }
        Optional<Where> where = filter.filter(written -> written.startsWith("."))
                .<Where>map(Where.Folder::new)
                .or(() -> where(read.get().value("-C", "--dir"), filter));
        return where.flatMap(there ->
                script("pnpm", there, read.get().words().getFirst(), read.get().rest()));
    }

    private static Optional<RunCall> bun(List<String> all) {
        Optional<Arguments> read = Arguments.read(all, QUIET, List.of("--cwd", "--filter"), true);
        if (read.isEmpty() || read.get().words().isEmpty()) {
            return Optional.empty();
        }
        return where(read.get().value("--cwd"), read.get().value("--filter"))
                .flatMap(where -> script("bun", where, read.get().words().getFirst(), read.get().rest()));
    }

    private static Optional<RunCall> node(List<String> all) {
        return all.size() > 1 && all.getFirst().equals("--run")
                ? Optional.of(new RunCall("node", new Where.Here(), all.get(1), true, all.subList(2, all.size())))
                : Optional.empty();
    }

    private static Optional<RunCall> script(String manager, Where where, String first, List<String> rest) {
        List<String> plain = rest.stream().dropWhile(QUIET::contains).toList();
        boolean runs = RUN.contains(first);
        if (runs && (plain.isEmpty() || plain.getFirst().startsWith("-"))) {
            return Optional.empty();
        }
        return Optional.of(runs
                ? new RunCall(manager, where, plain.getFirst(), true, plain.subList(1, plain.size()))
                : new RunCall(manager, where, first, false, rest));
    }

    /** What the same manager would be told in the place itself. */
    String text() {
        StringBuilder text = new StringBuilder(manager).append(manager.equals("node") ? " --run " : " run ").append(script);
        extra.forEach(word -> text.append(' ').append(Quoted.word(word)));
        return text.toString();
    }
}
