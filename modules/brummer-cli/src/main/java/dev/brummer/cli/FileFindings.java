package dev.brummer.cli;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Severity;
import dev.brummer.core.model.Project;
import dev.brummer.runtime.doctor.Finding;
import java.util.ArrayList;
import java.util.List;

/** What loading the configuration said, as findings. */
final class FileFindings {
    private FileFindings() {}

    /** For a project that was loaded. */
    static List<Finding> of(Project project, int services, List<Diagnostic> warnings) {
        List<Finding> findings = new ArrayList<>();
        String profiles = project.activeProfiles().isEmpty()
                ? ""
                : " with profile " + String.join(", ", project.activeProfiles());
        String what = services + (services == 1 ? " service" : " services");
        findings.add(new Finding(
                "file", Finding.Severity.OK, "", "configuration of " + project.name() + ": " + what + profiles, ""));
        findings.addAll(of(warnings));
        return findings;
    }

    static List<Finding> of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(FileFindings::finding).toList();
    }

    private static Finding finding(Diagnostic diagnostic) {
        List<Diagnostic.Frame> frames = diagnostic.frames();
        String place = frames.isEmpty() ? "" : frames.getFirst().at().position() + ": ";
        List<String> hints = new ArrayList<>();
        frames.stream().limit(1).map(Diagnostic.Frame::label).filter(label -> !label.isEmpty()).forEach(hints::add);
        hints.addAll(diagnostic.notes());
        return new Finding(
                diagnostic.id(), severity(diagnostic.severity()), "", place + diagnostic.message(), String.join("; ", hints));
    }

    private static Finding.Severity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> Finding.Severity.ERROR;
            case WARNING -> Finding.Severity.WARNING;
            case NOTE -> Finding.Severity.OK;
        };
    }
}
