package dev.brummer.runtime.doctor;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.core.model.Version;
import dev.brummer.core.model.VersionRange;
import dev.brummer.process.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether programs have the versions that {@code requires} asks for. */
final class VersionsCheck implements Check {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final ProgramVersions versions;

    VersionsCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.versions = new ProgramVersions(surroundings);
    }

    /** Where a program is asked for its version. */
    private record Place(String service, Path folder, Map<String, String> environment) {}

    @Override
    public List<Finding> look(Subject subject) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<String> good = new ArrayList<>();
        Project project = subject.project();
        Map<String, String> environment = new HashMap<>(project.inherited());
        environment.putAll(project.overrides());
        look(project.requires(), new Place("", project.folder(), environment), good, findings);
        for (ServiceSpec service : subject.services()) {
            Optional<Place> place = service.requires().isEmpty() ? Optional.empty() : place(subject, service);
            if (place.isPresent()) {
                look(service.requires(), place.get(), good, findings);
            }
        }
        if (!good.isEmpty()) {
            findings.addFirst(Finding.ok("versions", "versions: " + String.join(", ", good)));
        }
        return findings;
    }

    /** Empty where something is wrong that another check tells. */
    private static Optional<Place> place(Subject subject, ServiceSpec service) {
        try {
            return Files.isDirectory(service.workingDir())
                    ? Optional.of(new Place(
                            service.id().name(), service.workingDir(), subject.environment(service).variables()))
                    : Optional.empty();
        } catch (UnresolvedException toldWithTheCommands) {
            return Optional.empty();
        }
    }

    private void look(Map<String, VersionRange> requires, Place place, List<String> good, List<Finding> findings)
            throws InterruptedException {
        for (Map.Entry<String, VersionRange> required : requires.entrySet()) {
            String name = required.getKey();
            VersionRange range = required.getValue();
            String program = versions.program(name, place.folder(), place.environment());
            Optional<String> fault = surroundings.programFault(program, place.folder(), place.environment());
            if (fault.isPresent()) {
                findings.add(new Finding(
                        "missing-program",
                        Finding.Severity.ERROR,
                        place.service(),
                        name + " " + range + " is required: " + fault.get(),
                        "install it, or correct PATH"));
            } else {
                compare(name, range, program, place, good, findings);
            }
        }
    }

    private void compare(
            String name, VersionRange range, String program, Place place, List<String> good, List<Finding> findings)
            throws InterruptedException {
        String line = String.join(" ", ProgramVersions.question(program));
        try {
            Optional<Version> version = versions.ask(name, program, place.folder(), place.environment(), LIMIT);
            if (version.isEmpty()) {
                findings.add(unknown(name, range, place, "'" + line + "' names no version"));
            } else if (range.holdsFor(version.get())) {
                good.add(name + " " + version.get());
            } else {
                findings.add(new Finding(
                        "wrong-version",
                        Finding.Severity.ERROR,
                        place.service(),
                        name + " is " + version.get() + ", and " + range + " is required",
                        "install or select another one; '" + line + "' shows it"));
            }
        } catch (IOException e) {
            findings.add(unknown(name, range, place, String.valueOf(e.getMessage())));
        }
    }

    private static Finding unknown(String name, VersionRange range, Place place, String why) {
        return new Finding(
                "unknown-version",
                Finding.Severity.WARNING,
                place.service(),
                name + " " + range + " is required, and its version is not known: " + why,
                "see for yourself");
    }
}
