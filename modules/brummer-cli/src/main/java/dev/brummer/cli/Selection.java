package dev.brummer.cli;

import dev.brummer.config.Choice;
import dev.brummer.config.LoadResult;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the words on a command line name.
 *
 * @param choice what of the project may be started
 */
record Selection(Project project, Choice choice) {
    private static final String STAGE = "stage:";

    static Selection of(LoadResult.Loaded loaded) {
        return new Selection(loaded.project(), loaded.choice());
    }

    /**
     * The services that these words and what they wait for make, without those that cannot run here; where there is no
     * word, those that are meant then.
     *
     * @throws UsageException if a word names nothing
     */
    StageGraph graph(List<String> words) throws UsageException {
        return present(whole(words));
    }

    /** The same services without those that cannot run here. */
    StageGraph present(StageGraph whole) {
        return choice.leftOut().isEmpty() ? whole : StageGraph.withoutDependencies(project, those(whole));
    }

    /**
     * The same with those that cannot run here.
     *
     * @throws UsageException if a word names nothing
     */
    StageGraph whole(List<String> words) throws UsageException {
        if (!words.isEmpty()) {
            return StageGraph.withDependencies(project, named(words));
        }
        Optional<Set<ServiceId>> unasked = choice.unasked();
        return unasked.isPresent()
                ? StageGraph.withDependencies(project, unasked.get())
                : StageGraph.of(project);
    }

    private Set<ServiceId> those(StageGraph graph) {
        Set<ServiceId> present = new LinkedHashSet<>(graph.services().keySet());
        present.removeAll(choice.leftOut().keySet());
        return present;
    }

    /**
     * The services that words mean: a service's name wins over another name that one service alone goes by, that over a
     * group's, and that over a stage's. {@code stage:NAME} is a stage wherever there is one of that name.
     *
     * @throws UsageException if a word names nothing
     */
    Set<ServiceId> named(List<String> words) throws UsageException {
        Set<ServiceId> services = new LinkedHashSet<>();
        for (String word : words) {
            services.addAll(named(word));
        }
        return services;
    }

    /**
     * The one service that a word means.
     *
     * @throws UsageException if it names nothing, or several
     */
    ServiceId one(String word) throws UsageException {
        List<ServiceId> named = named(word);
        if (named.size() != 1) {
            throw new UsageException("'" + word + "' names " + named.size() + " services; this takes one");
        }
        return named.getFirst();
    }

    private List<ServiceId> named(String word) throws UsageException {
        Optional<StageId> explicit = word.startsWith(STAGE) ? stage(word.substring(STAGE.length())) : Optional.empty();
        if (explicit.isPresent()) {
            return staged(explicit.get());
        }
        if (ServiceId.isValid(word) && project.services().containsKey(new ServiceId(word))) {
            return List.of(new ServiceId(word));
        }
        List<ServiceId> called = called(word);
        List<ServiceId> group = called.size() == 1 ? called : choice.groups().getOrDefault(word, List.of());
        if (!group.isEmpty()) {
            return group;
        }
        return staged(stage(word).orElseThrow(() -> new UsageException(unknown(word, called))));
    }

    /** The services that go by another name than their own. */
    private List<ServiceId> called(String word) {
        return project.services().values().stream()
                .filter(spec -> spec.aliases().contains(word))
                .map(ServiceSpec::id)
                .toList();
    }

    private Optional<StageId> stage(String word) {
        return ServiceId.isValid(word)
                ? Optional.of(new StageId(word)).filter(project.stages()::containsKey)
                : Optional.empty();
    }

    private List<ServiceId> staged(StageId stage) {
        return project.services().values().stream()
                .filter(spec -> spec.stage().filter(stage::equals).isPresent())
                .map(ServiceSpec::id)
                .toList();
    }

    /** What a word may be. */
    Set<String> known() {
        Set<String> known = new LinkedHashSet<>();
        project.services().values().forEach(spec -> known.add(ScriptRow.name(spec, choice.isFound())));
        known.addAll(choice.groups().keySet());
        project.stages().keySet().forEach(id -> known.add(id.name()));
        return known;
    }

    private String unknown(String word, List<ServiceId> called) {
        if (!called.isEmpty()) {
            return "'" + word + "' could be " + called.stream().map(ServiceId::name).collect(Collectors.joining(" or "));
        }
        Set<String> known = known();
        Set<String> near = new LinkedHashSet<>(known);
        project.services().values().forEach(spec -> near.addAll(spec.aliases()));
        return "there is no service or stage '" + word + "'" + Suggested.among(near, word)
                + "; there are: " + String.join(", ", known);
    }
}
