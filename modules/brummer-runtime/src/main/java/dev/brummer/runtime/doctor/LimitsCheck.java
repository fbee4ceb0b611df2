package dev.brummer.runtime.doctor;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.WatchSpec;
import dev.brummer.process.Surroundings;
import dev.brummer.process.SystemLimits;
import dev.brummer.runtime.watch.WatchedFiles;
import java.io.IOException;
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
        watches(subject, limits, findings);
        return findings.isEmpty() ? List.of(Finding.ok("limits", "limits of the system suffice")) : findings;
    }

    private static void watches(Subject subject, SystemLimits limits, List<Finding> findings) {
        long folders = 0;
        for (ServiceSpec service : subject.services()) {
            folders += service.watch().isPresent() ? folders(subject, service, service.watch().get(), findings) : 0;
        }
        long needed = folders;
        limits.fileWatches().ifPresent(allowed -> {
            if (allowed < needed) {
                String message = needed + " folders are to be watched, and " + allowed + " are allowed";
                String hint = "sudo sysctl fs.inotify.max_user_watches=" + 2 * needed + ", or narrow 'watch'";
                findings.add(new Finding("file-watches", Finding.Severity.WARNING, "", message, hint));
            }
        });
    }

    private static int folders(Subject subject, ServiceSpec service, WatchSpec watch, List<Finding> findings) {
        try {
            WatchedFiles files = WatchedFiles.of(service, watch, subject.project().folder());
            files.missing().forEach(path -> findings.add(Finding.warning(
                    "missing-watch", service, "there is no " + path + " to watch", "make it, or correct 'watch'")));
            return files.folderCount();
        } catch (IOException e) {
            String message = "its files cannot be watched: " + e.getMessage();
            findings.add(Finding.warning("closed-watch", service, message, "check permissions"));
            return 0;
        }
    }
}
