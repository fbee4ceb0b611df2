package dev.brummer.cli;

import dev.brummer.config.secret.Redaction;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.process.FreePorts;
import dev.brummer.runtime.LoneOrder;
import dev.brummer.server.RemoteSession;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code brum run}: runs the command of one service or task with the terminal of whoever typed it. */
final class RunCommand implements Command {
    static final Verb VERB = new Verb(
            "run",
            "SERVICE [WORD…]",
            "run the command of one service or task on this terminal, with more words behind it",
            RunCommand::options,
            Wanted::overrides,
            Verb.Operands.NAME_AND_WORDS,
            RunCommand.class);

    private final LoadedProject projects;
    private final RunningFleet running;
    private final InForeground foreground;
    private final EffectWatch effects;
    private final FreePorts ports;

    @Inject
    RunCommand(
            LoadedProject projects,
            RunningFleet running,
            InForeground foreground,
            EffectWatch effects,
            FreePorts ports) {
        this.projects = projects;
        this.running = running;
        this.foreground = foreground;
        this.effects = effects;
        this.ports = ports;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.repeatable(null, "env", "K=V", "set a variable; beats all others"))
                .addOption(GlobalOptions.flag(null, "no-report", "do not tell what came of it for a fleet that runs"))
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "the report as text, or json: one object"));
    }

    @Override
    public Outcome run(Invocation invocation) throws UsageException {
        boolean json = Answering.json(invocation);
        List<String> words = invocation.typed().getArgList();
        if (words.isEmpty()) {
            throw new UsageException("run needs the name of a service or task; 'brum graph' lists them");
        }
        Selection selection = Selection.of(projects.loaded());
        Project project = selection.project();
        ServiceSpec service = project.service(selection.one(words.getFirst()));
        Optional<RemoteSession> session = running.find();
        StartOrder order = order(project, service, words.subList(1, words.size()), session);
        Optional<EffectWatch.Begun> watch =
                invocation.typed().hasOption("no-report") ? Optional.empty() : session.flatMap(effects::begin);
        Outcome outcome = foreground.run(
                order, service.stopGracePeriod(), said -> Redaction.of(project).text(said));
        watch.ifPresent(begun -> effects.tell(begun, service.id().name(), outcome, json));
        return outcome;
    }

    private StartOrder order(Project project, ServiceSpec service, List<String> more, Optional<RemoteSession> session)
            throws UsageException {
        Map<ServiceId, List<Integer>> known = session.isPresent() ? running.ports(session.get()) : Map.of();
        try {
            StartOrder order = LoneOrder.of(project, service.id(), known, ports);
            return new StartOrder(
                    order.instance(),
                    order.run(),
                    CommandWords.appended(order.command(), more),
                    order.folder(),
                    order.environment(),
                    order.ports());
        } catch (StartFailedException e) {
            throw new UsageException(service.id() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException("no port can be chosen: " + e.getMessage(), e);
        }
    }
}
