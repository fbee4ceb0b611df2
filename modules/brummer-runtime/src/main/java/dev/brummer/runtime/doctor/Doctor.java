package dev.brummer.runtime.doctor;

import dev.brummer.config.secret.Redaction;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.process.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at a project and the machine it is to run on. Starts none of its services. */
public final class Doctor {
    private final List<Check> checks;

    /** @param ours the ports of what runs of the project already, which are nobody else's */
    public Doctor(Surroundings surroundings, Set<Integer> ours) {
        checks = List.of(
                new FoldersCheck(),
                new CommandsCheck(surroundings),
                new VersionsCheck(surroundings),
                new PackagesCheck(),
                new VariablesCheck(),
                new PortsCheck(surroundings, ours),
                new LimitsCheck(surroundings));
    }

    /**
     * What there is to say of starting the services of {@code graph}.
     *
     * @throws InterruptedException if the thread was interrupted while a program was asked for its version
     */
    public List<Finding> examine(Project project, StageGraph graph) throws InterruptedException {
        Subject subject = new Subject(project, graph);
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            findings.addAll(check.look(subject));
        }
        Redaction redaction = Redaction.of(project);
        return findings.stream().map(finding -> finding.worded(redaction::text)).toList();
    }
}
