package dev.brummer.cli;

import dev.brummer.cli.test.TestWords;
import dev.brummer.core.environment.Environments;
import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Command.Shell;
import dev.brummer.core.model.Command.Words;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.Template;
import dev.brummer.core.model.TestSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.insight.report.Cells;
import dev.brummer.runtime.ProjectSource;
import dev.brummer.runtime.UpOptions;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a {@code brum test} asks for.
 *
 * @param more words that were typed for the test's command
 * @param wanted the services it needs
 * @param limit how long all of it may take; empty for no limit
 */
record TestPlan(TestSpec test, List<String> more, Wanted wanted, Optional<Duration> limit) {
    /** What a command that was typed goes by. */
    private static final String TYPED = "test";

    /**
     * Understands what was typed.
     *
     * @throws UsageException if it makes no sense
     */
    static TestPlan of(Selection selection, org.apache.commons.cli.CommandLine typed) throws UsageException {
        CommandWords.Parted words = CommandWords.parted(typed.getArgList());
        Project project = selection.project();
        TestSpec test = test(project, words);
        List<String> more = words.before().isEmpty() ? List.of() : words.behind();
        boolean logs = typed.hasOption("logs");
        StageGraph whole = whole(selection, test, up(typed));
        StageGraph graph = selection.present(whole);
        var reading = new ProjectSource.Reading.Sound(project, graph, new FurtherWords(selection, List.of()));
        Wanted wanted = new Wanted(
                reading,
                new FoundNotes(selection).of(List.of(test.name()), whole.services().keySet(), graph),
                UpOptions.staying(logs ? UpOptions.Output.CONSOLE : UpOptions.Output.NONE),
                _ -> reading);
        Optional<Duration> limit = Answering.timeout(typed);
        TestPlan plan = new TestPlan(test, more, wanted, limit.or(test::timeout));
        // What cannot be resolved is said before anything is started; ports that are chosen then make no difference.
        StartOrder ignored = plan.order(someports(graph));
        return plan;
    }

    private static TestSpec test(Project project, CommandWords.Parted words) throws UsageException {
        if (words.before().size() > 1) {
            throw new UsageException("test takes one name; a command stands behind --: brum test -- "
                    + String.join(" ", words.before()));
        }
        if (!words.before().isEmpty()) {
            return named(project, words.before().getFirst());
        }
        return words.behind().isEmpty() ? only(project) : typed(project, CommandWords.command(words.behind()));
    }

    private static TestSpec named(Project project, String name) throws UsageException {
        TestSpec test = project.tests().get(name);
        if (test == null) {
            Set<String> known = project.tests().keySet();
            throw new UsageException("there is no test '" + name + "'" + Suggested.among(known, name)
                    + (known.isEmpty() ? noTests() : "; there are: " + String.join(", ", known)));
        }
        return test;
    }

    private static String noTests() {
        return "; 'tests:' in brummer.yaml declares some, and a command stands behind --: brum test -- npm test";
    }

    private static TestSpec only(Project project) throws UsageException {
        if (project.tests().isEmpty()) {
            throw new UsageException("there is no test" + noTests());
        }
        if (project.tests().size() > 1) {
            throw new UsageException("which test? there are:\n" + list(project));
        }
        return project.tests().values().iterator().next();
    }

    private static String list(Project project) {
        int width = project.tests().keySet().stream().mapToInt(String::length).max().orElse(0);
        return project.tests().values().stream()
                .map(test -> "  brum test " + Cells.left(test.name(), width + 2) + TestWords.oneLine(command(test)))
                .collect(Collectors.joining("\n"));
    }

    private static TestSpec typed(Project project, CommandLine command) {
        var given = switch (command) {
            case CommandLine.Shell(var line) -> new Shell(Template.literal(line));
            case CommandLine.Words(var words) -> new Words(words.stream().map(Template::literal).toList());
        };
        return new TestSpec(TYPED, given, project.folder(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** The words behind {@code --up}; commas part them too. */
    static List<String> up(org.apache.commons.cli.CommandLine typed) {
        String[] values = typed.getOptionValues("up");
        return values == null
                ? List.of()
                : Arrays.stream(values).flatMap(value -> Arrays.stream(value.split("[, ]+"))).toList();
    }

    private static StageGraph whole(Selection selection, TestSpec test, List<String> up) throws UsageException {
        if (!up.isEmpty() || test.up().isEmpty()) {
            return selection.whole(up);
        }
        Set<ServiceId> needed = new LinkedHashSet<>(test.up().get());
        for (ServiceId id : needed) {
            if (!selection.project().services().containsKey(id)) {
                throw new UsageException("test '" + test.name() + "' needs '" + id
                        + "', which the active profiles leave out; --profile +… activates more");
            }
        }
        return StageGraph.withDependencies(selection.project(), needed);
    }

    /** The command as it is written, secrets and all. */
    String command() {
        return command(test) + (more.isEmpty() ? "" : " " + String.join(" ", more));
    }

    private static String command(TestSpec test) {
        String written = switch (test.command()) {
            case Shell(var line) -> line.source().strip();
            case Words(var words) -> words.stream().map(Template::source).collect(Collectors.joining(" "));
        };
        return written.replace("$$", "$");
    }

    /**
     * What to start.
     *
     * @param ports those of the services
     * @throws UsageException if a variable or reference has no value
     */
    StartOrder order(Map<InstanceId, List<Integer>> ports) throws UsageException {
        try {
            RunEnvironment environment =
                    Environments.of(wanted.project(), test, wanted.graph().services().values(), ports);
            return new StartOrder(
                    InstanceId.only(new ServiceId(test.name())),
                    1,
                    CommandWords.appended(environment.command(test.command()), more),
                    test.workingDir(),
                    environment.variables(),
                    List.of());
        } catch (UnresolvedException e) {
            throw new UsageException("test '" + test.name() + "': " + e.getMessage(), e);
        }
    }

    private static Map<InstanceId, List<Integer>> someports(StageGraph graph) {
        Map<InstanceId, List<Integer>> ports = new LinkedHashMap<>();
        for (InstanceId id : Fleet.idsOf(graph)) {
            ServiceSpec spec = graph.spec(id.service());
            ports.put(id, Collections.nCopies(spec.ports().size(), 1));
        }
        return ports;
    }
}
