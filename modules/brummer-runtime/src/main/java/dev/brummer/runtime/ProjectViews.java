package dev.brummer.runtime;

import dev.brummer.api.ProjectView;
import dev.brummer.api.ServiceView;
import dev.brummer.core.diff.Fingerprint;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project as clients see it: the part of it that was started. */
final class ProjectViews {
    private ProjectViews() {}

    static ProjectView of(
            Project project, Map<String, List<ServiceId>> groups, Fleet fleet, Discretion discretion, Instant began) {
        return new ProjectView(
                project.name(),
                project.folder(),
                List.copyOf(project.activeProfiles()),
                project.stages().keySet().stream().map(StageId::name).toList(),
                groups,
                ProcessHandle.current().pid(),
                began,
                fleet.graph().services().values().stream().map(spec -> of(spec, discretion)).toList(),
                fingerprints(project));
    }

    private static Map<String, String> fingerprints(Project project) {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        Fingerprint.ofAll(project).forEach((service, text) -> fingerprints.put(service.name(), text));
        return fingerprints;
    }

    private static ServiceView of(ServiceSpec spec, Discretion discretion) {
        return new ServiceView(
                spec.id(),
                spec.stage().map(StageId::name),
                spec.isTask(),
                spec.optional(),
                discretion.folder(spec.workingDir()),
                spec.aliases(),
                spec.dependsOn().stream().map(Dependency::on).toList(),
                spec.scale());
    }
}
