package dev.brummer.cli;

import dev.brummer.api.SessionEnd;
import dev.brummer.cli.prompt.Prompt;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.OwnedSession;
import dev.brummer.runtime.SessionRefusedException;
import dev.brummer.runtime.SessionStarter;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.UpOptions;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code brum up}: the main job. */
final class UpCommand implements Command {
    static final Verb VERB = Verb.naming(
            "up", "[SERVICE|STAGE…]", "start services in dependency order and stay with them", UpCommand::options, UpCommand::overrides, UpCommand.class);

    private final LoadedProject projects;
    private final Provider<SessionStarter> starter;
    private final Terminal terminal;
    private final SignalTraps signals;
    private final Prompts prompts;
    private final Provider<Detaching> detaching;
    private final SystemTime time;

    @Inject
    UpCommand(
            LoadedProject projects,
            Provider<SessionStarter> starter,
            Terminal terminal,
            SignalTraps signals,
            Prompts prompts,
            Provider<Detaching> detaching,
            SystemTime time) {
        this.projects = projects;
        this.starter = starter;
        this.terminal = terminal;
        this.signals = signals;
        this.prompts = prompts;
        this.detaching = detaching;
        this.time = time;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.flag(null, "no-deps", "start the named services alone, without what they wait for"))
                .addOption(GlobalOptions.flag("d", "detach", "run in the background; return when all is started"))
                .addOption(GlobalOptions.flag(null, "wait", "with --detach: return when all is ready, or exit 1"))
                .addOption(GlobalOptions.flag(null, "dry-run", "print the plan, and do nothing"))
                .addOption(GlobalOptions.flag(null, "fail-fast", "stop everything at the first failure"))
                .addOption(Answering.timeout("all must be ready within this time, or exit 124"))
                .addOption(GlobalOptions.option(null, "env", "K=V", "set a variable for every service; beats all others"))
                .addOption(GlobalOptions.option(null, "external", "SERVICE", "somebody else runs it: wait for its check, never start it"))
                .addOption(GlobalOptions.option(null, "debug", "SERVICE", "open its Node or JVM debugger, and say where; may be repeated"))
                .addOption(GlobalOptions.option(null, "scale", "SERVICE=N", "run this many copies of a service"))
                .addOption(GlobalOptions.flag(null, "timestamps", "show when each line came"))
                .addOption(GlobalOptions.flag(null, "no-prefix", "do not show who wrote a line"))
                .addOption(GlobalOptions.flag(null, "no-prompt", "read nothing that is typed; show the stream alone"))
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "text, json: one object a line, or none"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        CommandLine typed = invocation.typed();
        List<String> words = typed.getArgList();
        Project project = Scaling.apply(projects.load(), given(typed, "scale"));
        StageGraph graph = graph(project, words, typed.hasOption("no-deps"));
        if (graph.services().isEmpty()) {
            throw new UsageException("there is nothing to start: no service is active"
                    + (project.activeProfiles().isEmpty() ? "; --profile activates more" : " in profile "
                            + String.join(", ", project.activeProfiles())));
        }
        UpOptions options = options(typed, external(project, typed), Selection.named(project, given(typed, "debug")));
        if (typed.hasOption("dry-run")) {
            terminal.print(new PlanText(project, graph).text());
            return ExitCode.OK;
        }
        if (typed.hasOption("detach")) {
            return detached(invocation);
        }
        boolean prompt = options.output() == UpOptions.Output.CONSOLE && !typed.hasOption("no-prompt");
        return supervise(project, graph, options, prompt, invocation.line() + "up");
    }

    private static StageGraph graph(Project project, List<String> words, boolean alone) throws UsageException {
        if (words.isEmpty()) {
            return StageGraph.of(project);
        }
        var named = Selection.named(project, words);
        return alone ? StageGraph.withoutDependencies(project, named) : StageGraph.withDependencies(project, named);
    }

    private static UpOptions options(CommandLine typed, Set<ServiceId> external, Set<ServiceId> debugged)
            throws UsageException {
        String format = typed.getOptionValue("output", "text");
        UpOptions.Output output = switch (format) {
            case "text" -> UpOptions.Output.CONSOLE;
            case "json" -> UpOptions.Output.JSON;
            case "none" -> UpOptions.Output.NONE;
            default -> throw new UsageException("up --output takes text, json or none, not '" + format + "'");
        };
        return new UpOptions(
                Answering.timeout(typed),
                typed.hasOption("fail-fast"),
                output,
                typed.hasOption("timestamps"),
                !typed.hasOption("no-prefix"),
                external,
                debugged);
    }

    private static Map<String, String> overrides(CommandLine typed) throws UsageException {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String pair : given(typed, "env")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--env takes NAME=VALUE, not '" + pair + "'");
            }
            overrides.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return overrides;
    }

    private static Set<ServiceId> external(Project project, CommandLine typed) throws UsageException {
        Set<ServiceId> external = Selection.named(project, given(typed, "external"));
        for (ServiceId id : external) {
            ServiceSpec spec = project.service(id);
            if (spec.isTask() || (spec.ports().isEmpty() && spec.readiness().isEmpty() && spec.healthcheck().isEmpty())) {
                throw new UsageException("--external " + id + ": there is no telling when it is there; it needs a check or ports");
            }
        }
        return external;
    }

    private static List<String> given(CommandLine typed, String option) {
        String[] values = typed.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    private ExitCode detached(Invocation invocation) throws UsageException {
        Goal goal = invocation.typed().hasOption("wait") ? Goal.READY : Goal.STARTED;
        Optional<Duration> limit = Answering.timeout(invocation.typed());
        List<String> arguments = new Retyped(invocation, terminal.colour()).arguments();
        return switch (detaching.get().begin(arguments)) {
            case Detaching.Begun.Fleet(var session) -> detaching.get().await(session, goal, limit);
            case Detaching.Begun.SomebodyElses() -> throw new UsageException("somebody else was quicker");
            case Detaching.Begun.Ended(var code) -> code;
        };
    }

    private ExitCode supervise(Project project, StageGraph graph, UpOptions options, boolean prompt, String again)
            throws UsageException {
        try {
            OwnedSession session = starter.get().start(project, graph, options, again);
            Interrupts interrupts = new Interrupts(session::stop, session::kill, time::elapsed);
            signals.onEnd(interrupts);
            SessionEnd end = prompt ? prompted(session, project, interrupts) : awaitEnd(session);
            return interrupts.forced() ? ExitCode.FORCED : switch (end) {
                case AS_ASKED -> ExitCode.OK;
                case FAILED -> ExitCode.FAILED;
                case TIMED_OUT -> ExitCode.TIMED_OUT;
            };
        } catch (SessionRefusedException | UnsupportedSystemException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private SessionEnd prompted(OwnedSession session, Project project, Interrupts interrupts) {
        Optional<Prompt> prompt = prompts.open(session, project, interrupts);
        try {
            return awaitEnd(session);
        } finally {
            prompt.ifPresent(Prompt::close);
        }
    }

    private static SessionEnd awaitEnd(OwnedSession session) {
        return session.end().toCompletableFuture().join();
    }
}
