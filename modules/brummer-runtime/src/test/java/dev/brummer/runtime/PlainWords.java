package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that are names of services. */
record PlainWords(Project project) implements ProjectSource.Words {
    @Override
    public List<String> known() {
        return project.services().keySet().stream().map(ServiceId::name).toList();
    }

    @Override
    public Map<String, List<ServiceId>> groups() {
        return Map.of("all", List.copyOf(project.services().keySet()));
    }

    @Override
    public ProjectSource.Meant meant(List<String> words) throws RefusedException {
        Set<ServiceId> named = new LinkedHashSet<>();
        for (String word : words) {
            ServiceId id = new ServiceId(word);
            if (!project.services().containsKey(id)) {
                throw new RefusedException("there is no service '" + word + "'");
            }
            named.add(id);
        }
        return new ProjectSource.Meant(named, StageGraph.withDependencies(project, named), List.of());
    }
}
