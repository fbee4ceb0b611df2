package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.runtime.history.ServiceNames;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which instances of a fleet people mean. */
final class FleetNames {
    private static final String STAGE = "stage:";

    private final Project project;
    private final Fleet fleet;
    private final Map<String, List<ServiceId>> groups;

    /** @param groups names that stand for several services of the project */
    FleetNames(Project project, Fleet fleet, Map<String, List<ServiceId>> groups) {
        this.project = project;
        this.fleet = fleet;
        this.groups = groups;
    }

    /**
     * @param words of services as they or their lines call them, of copies, of groups, or of stages; none for all
     * @return in the order of the file
     * @throws RefusedException if one names nothing, or may mean several
     */
    List<InstanceId> named(List<String> words) throws RefusedException {
        if (words.isEmpty()) {
            return List.copyOf(fleet.ids());
        }
        Set<InstanceId> meant = new LinkedHashSet<>();
        for (String word : words) {
            meant.addAll(named(word));
        }
        return fleet.ids().stream().filter(meant::contains).toList();
    }

    /** A service's name wins over a group's, a group's over a stage's, and a stage's over other names of services. */
    private List<InstanceId> named(String word) throws RefusedException {
        if (word.startsWith(STAGE)) {
            return staged(word.substring(STAGE.length()));
        }
        List<InstanceId> exact = those(id -> id.service().name().equals(word) || id.label().equals(word));
        if (!exact.isEmpty()) {
            return exact;
        }
        if (groups.containsKey(word)) {
            return grouped(word);
        }
        return isStage(word) ? staged(word) : called(word);
    }

    private List<InstanceId> grouped(String group) throws RefusedException {
        List<ServiceId> services = groups.getOrDefault(group, List.of());
        List<InstanceId> members = those(id -> services.contains(id.service()));
        if (members.isEmpty()) {
            throw new RefusedException("nothing of the group '" + group + "' belongs to what was started; " + adding(group));
        }
        return members;
    }

    private static String adding(String name) {
        return "'/run " + name + "' at the prompt adds it, or 'brum up " + name + "'";
    }

    private List<InstanceId> staged(String stage) throws RefusedException {
        List<InstanceId> members = those(id -> isOf(stage, fleet.spec(id)));
        if (members.isEmpty()) {
            throw new RefusedException(isStage(stage)
                    ? "nothing of the stage '" + stage + "' belongs to what was started"
                    : "there is no stage '" + stage + "'; there are: "
                            + project.stages().keySet().stream().map(StageId::name).collect(Collectors.joining(", ")));
        }
        return members;
    }

    private List<InstanceId> called(String word) throws RefusedException {
        NameBook names = ServiceNames.of(project.services().values());
        return switch (names.find(word)) {
            case Named.Service(var service) -> ofService(service);
            case Named.Ambiguous(var candidates) ->
                throw new RefusedException("'" + word + "' could be "
                        + candidates.stream().map(ServiceId::name).collect(Collectors.joining(" or ")));
            case Named.Unknown(var near) ->
                throw new RefusedException("there is no service '" + word + "'"
                        + near.map(name -> ": did you mean '" + name + "'?").orElse("; " + all()));
        };
    }

    private List<InstanceId> ofService(ServiceId service) throws RefusedException {
        List<InstanceId> copies = fleet.copies(service);
        if (copies.isEmpty()) {
            throw new RefusedException("'" + service + "' does not belong to what was started; " + adding(service.name()));
        }
        return copies;
    }

    private String all() {
        String all = fleet.ids().stream().map(id -> id.service().name()).distinct().collect(Collectors.joining(", "));
        return all.isEmpty() ? "nothing has been started yet" : "there are: " + all;
    }

    private boolean isStage(String word) {
        return ServiceId.isValid(word) && project.stages().containsKey(new StageId(word));
    }

    private static boolean isOf(String stage, ServiceSpec spec) {
        return spec.stage().filter(own -> own.name().equals(stage)).isPresent();
    }

    private List<InstanceId> those(Predicate<InstanceId> such) {
        List<InstanceId> found = new ArrayList<>();
        fleet.ids().stream().filter(such).forEach(found::add);
        return found;
    }
}
