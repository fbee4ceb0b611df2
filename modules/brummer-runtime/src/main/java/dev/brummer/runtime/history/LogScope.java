package dev.brummer.runtime.history;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.QueryScope;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the names, times and ids of a query mean for the output of one start.
 *
 * @param byStage the services of each stage
 * @param links finds the ids that belong to the same request
 */
public record LogScope(
        NameBook names,
        Map<String, Set<ServiceId>> byStage,
        Instant now,
        ZoneId zone,
        Optional<Instant> mark,
        UnaryOperator<Set<String>> links)
        implements QueryScope {

    /**
     * What they mean for a start of a project, which may be unknown.
     *
     * @throws IOException if the journal cannot be read
     */
    public static LogScope of(Optional<Project> project, Archive archive, Instant now, ZoneId zone) throws IOException {
        Map<ServiceId, ServiceSpec> services = new LinkedHashMap<>();
        project.ifPresent(known -> services.putAll(known.services()));
        NameBook names = names(services, archive.reader().instances());
        archive.learn(names);
        return new LogScope(
                names, project.map(LogScope::stagesOf).orElse(Map.of()), now, zone, Optional.empty(), ids -> ids);
    }

    /** The names of a project's services, and of others that have written something. */
    private static NameBook names(Map<ServiceId, ServiceSpec> services, Set<InstanceId> instances) {
        return NameBook.of(services.values(), PackageName::of)
                .with(instances.stream().map(InstanceId::service).collect(Collectors.toSet()));
    }

    private static Map<String, Set<ServiceId>> stagesOf(Project project) {
        Map<String, Set<ServiceId>> stages = new LinkedHashMap<>();
        for (StageId stage : project.stages().keySet()) {
            stages.put(stage.name(), new LinkedHashSet<>());
        }
        project.services().values().forEach(service -> service.stage()
                .ifPresent(stage -> stages.computeIfAbsent(stage.name(), _ -> new LinkedHashSet<>())
                        .add(service.id())));
        return stages;
    }

    @Override
    public Named service(String name) {
        return names.find(name);
    }

    @Override
    public Optional<Set<ServiceId>> stage(String name) {
        return Optional.ofNullable(byStage.get(name));
    }

    @Override
    public List<String> stages() {
        return List.copyOf(byStage.keySet());
    }

    @Override
    public Set<String> linkedTo(String id) {
        return links.apply(Set.of(id));
    }
}
