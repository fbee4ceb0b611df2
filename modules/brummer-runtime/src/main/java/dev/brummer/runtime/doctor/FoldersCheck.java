package dev.brummer.runtime.doctor;

import dev.brummer.core.model.ServiceSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether services have the folders they run in. */
final class FoldersCheck implements Check {
    @Override
    public List<Finding> look(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        for (ServiceSpec service : subject.services()) {
            Path folder = service.workingDir();
            if (!Files.isDirectory(folder)) {
                findings.add(missing(subject, service));
            } else if (!Files.isExecutable(folder)) {
                findings.add(Finding.error(
                        "closed-folder", service, "its folder " + folder + " may not be entered", "chmod u+x " + folder));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("folders", "folders are there")) : findings;
    }

    private static Finding missing(Subject subject, ServiceSpec service) {
        String message = "its folder " + service.workingDir() + " does not exist";
        return subject.comesAfterTask(service)
                ? Finding.warning("missing-folder", service, message, "a task that comes before must make it")
                : Finding.error("missing-folder", service, message, "make it, or correct 'working_dir'");
    }
}
