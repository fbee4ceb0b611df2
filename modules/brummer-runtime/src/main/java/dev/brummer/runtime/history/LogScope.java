package dev.brummer.runtime.history;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.StageId;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.QueryScope;
import dev.brummer.logs.query.Sources;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the names, times and ids of a query mean for the output of one start.
 *
 * @param byStage the services of each stage
 * @param requests tells ids of requests from other words
 * @param links finds what belongs to the same request as an id
 */
public record LogScope(
        NameBook names,
        Map<String, Set<ServiceId>> byStage,
        Instant now,
        ZoneId zone,
        Optional<Instant> mark,
        Predicate<String> requests,
        Function<String, Related> links)
        implements QueryScope {

    static Map<String, Set<ServiceId>> stagesOf(Project project) {
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
    public Optional<ServiceId> exactly(String name) {
        return names.exactly(name);
    }

    @Override
    public Sources sources() {
        return names.sources();
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
    public boolean isRequest(String word) {
        return requests.test(word);
    }

    @Override
    public Related related(String id) {
        return links.apply(id);
    }
}
