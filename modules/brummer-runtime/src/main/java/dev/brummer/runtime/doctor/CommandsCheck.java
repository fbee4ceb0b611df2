package dev.brummer.runtime.doctor;

import dev.brummer.core.environment.RunEnvironment;
import dev.brummer.core.model.Command;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.process.Surroundings;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the programs that services run are there. Of a line for the shell it knows the first, where that is plain. */
final class CommandsCheck implements Check {
    private final Surroundings surroundings;

    CommandsCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public List<Finding> look(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        Set<String> programs = new TreeSet<>();
        for (ServiceSpec service : subject.services()) {
            // Without the folder, nothing can be said of what is in it.
            if (Files.isDirectory(service.workingDir())) {
                look(subject, service, programs, findings);
            }
        }
        if (findings.isEmpty() && !programs.isEmpty()) {
            findings.add(Finding.ok("commands", "commands: " + String.join(", ", programs)));
        }
        return findings;
    }

    private void look(Subject subject, ServiceSpec service, Set<String> programs, List<Finding> findings) {
        try {
            RunEnvironment environment = subject.environment(service);
            look(subject, service, service.command(), environment, programs, findings);
            if (service.stopCommand().isPresent()) {
                look(subject, service, service.stopCommand().get(), environment, programs, findings);
            }
        } catch (UnresolvedException e) {
            findings.add(Finding.error("unresolved", service, String.valueOf(e.getMessage()), "set it, or give it a default"));
        }
    }

    private void look(
            Subject subject,
            ServiceSpec service,
            Command command,
            RunEnvironment environment,
            Set<String> programs,
            List<Finding> findings)
            throws UnresolvedException {
        Optional<String> program = ShellLine.program(environment.command(command));
        if (program.isEmpty()) {
            return;
        }
        programs.add(program.get());
        surroundings
                .programFault(program.get(), service.workingDir(), environment.variables())
                .ifPresent(fault -> findings.add(finding(subject, service, program.get(), fault)));
    }

    private static Finding finding(Subject subject, ServiceSpec service, String program, String fault) {
        boolean own = program.contains("/");
        if (own && subject.comesAfterTask(service)) {
            return Finding.warning("missing-command", service, fault, "a task that comes before must make it");
        }
        return Finding.error(
                "missing-command", service, fault, own ? "build it, or correct 'command'" : "install it, or correct PATH");
    }
}
