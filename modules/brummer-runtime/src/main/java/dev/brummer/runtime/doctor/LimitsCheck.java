package dev.brummer.runtime.doctor;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.process.Surroundings;
import dev.brummer.process.SystemLimits;
import java.util.ArrayList;
import java.util.List;

/** Whether the system grants what so many services need. */
final class LimitsCheck implements Check {
    // Jars, journal, guard and sinks; then pipes, stdin and a check's connection for each copy of a service.
    private static final int FILES_OF_ITS_OWN = 150;
    private static final int FILES_PER_RUN = 8;

    private final Surroundings surroundings;

    LimitsCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public List<Finding> look(Subject subject) {
        SystemLimits limits = surroundings.limits();
        List<Finding> findings = new ArrayList<>();
        int runs = subject.services().stream().mapToInt(ServiceSpec::scale).sum();
        long needed = FILES_OF_ITS_OWN + (long) FILES_PER_RUN * runs;
        limits.openFiles().ifPresent(allowed -> {
            if (allowed < needed) {
                findings.add(new Finding(
                        "open-files",
                        Finding.Severity.ERROR,
                        "",
                        "supervising " + runs + " processes takes about " + needed + " open files, and " + allowed
                                + " are allowed",
                        "raise the hard limit: ulimit -Hn, or /etc/security/limits.conf"));
            }
        });
        return findings.isEmpty() ? List.of(Finding.ok("limits", "limits of the system suffice")) : findings;
    }
}
