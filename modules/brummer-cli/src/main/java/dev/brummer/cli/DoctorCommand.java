package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.process.Surroundings;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.runtime.doctor.Doctor;
import dev.brummer.runtime.doctor.Finding;
import dev.brummer.server.RemoteSession;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.Options;

/** {@code brum doctor}: what would go wrong, before anything is started. */
final class DoctorCommand implements Command {
    static final Verb VERB = Verb.naming(
            "doctor",
            "[SERVICE|STAGE…]",
            "check what services need, before anything is started",
            DoctorCommand::options,
            Verb.Overrides.NONE,
            DoctorCommand.class);

    private final LoadedProject projects;
    private final RunningFleet running;
    private final Terminal terminal;

    @Inject
    DoctorCommand(LoadedProject projects, RunningFleet running, Terminal terminal) {
        this.projects = projects;
        this.running = running;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options().addOption(GlobalOptions.option(null, "output", "FORMAT", "text, or json: one object"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        boolean json = json(invocation.typed().getOptionValue("output", "text"));
        if (json && projects.result() instanceof LoadResult.Faulty(var faults)) {
            terminal.print(DoctorJson.text(FileFindings.of(faults)));
            return ExitCode.USAGE;
        }
        Selection selection = Selection.of(projects.unwarned());
        List<Finding> findings = findings(selection.project(), selection.graph(invocation.typed().getArgList()));
        terminal.print(json ? DoctorJson.text(findings) : DoctorText.of(findings, terminal.colour()));
        return Finding.someFails(findings) ? ExitCode.FAILED : ExitCode.OK;
    }

    private static boolean json(String format) throws UsageException {
        return switch (format) {
            case "text" -> false;
            case "json" -> true;
            default -> throw new UsageException("doctor --output takes text or json, not '" + format + "'");
        };
    }

    /** The ports of what runs here. */
    private Set<Integer> ours() throws UsageException {
        Optional<RemoteSession> session = running.find();
        Set<Integer> ports = new HashSet<>();
        if (session.isPresent()) {
            ExitCode ignored = running.with(session.get(), fleet -> {
                fleet.fleet().instances().stream()
                        .filter(instance -> instance.run() > 0 && !instance.state().isOver())
                        .forEach(instance -> ports.addAll(instance.ports()));
                return ExitCode.OK;
            });
        }
        return ports;
    }

    private List<Finding> findings(Project project, StageGraph graph) throws UsageException {
        List<Finding> findings = new ArrayList<>(FileFindings.of(project, graph.services().size(), projects.warnings()));
        try {
            findings.addAll(new Doctor(Surroundings.ofThisMachine(), ours()).examine(project, graph));
            return findings;
        } catch (UnsupportedSystemException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted while a program was asked for its version", e);
        }
    }
}
