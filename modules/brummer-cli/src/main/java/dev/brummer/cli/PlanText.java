package dev.brummer.cli;

import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What {@code up} would do: who starts, in which order, waiting for what. */
final class PlanText {
    private final Project project;
    private final StageGraph graph;

    PlanText(Project project, StageGraph graph) {
        this.project = project;
        this.graph = graph;
    }

    String text() {
        int width = graph.services().keySet().stream().mapToInt(id -> id.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder(project.name());
        if (!project.activeProfiles().isEmpty()) {
            text.append(" with profile ").append(String.join(", ", project.activeProfiles()));
        }
        text.append(": ").append(graph.services().size()).append(" to start\n");
        List<List<ServiceId>> levels = graph.levels();
        for (int level = 0; level < levels.size(); level++) {
            for (ServiceId id : levels.get(level)) {
                String name = id.name() + " ".repeat(width - id.name().length());
                text.append(String.format("%3d  %s  %s%n", level + 1, name, described(id)));
            }
        }
        return text.toString();
    }

    private String described(ServiceId id) {
        ServiceSpec spec = spec(id);
        String kind = spec.isTask() ? "task" : "service";
        String waits = waits(id);
        return (spec.stage().isPresent() ? spec.stage().get() + " " + kind : kind) + (waits.isEmpty() ? ", at once" : waits);
    }

    private String waits(ServiceId id) {
        Set<String> stages = new LinkedHashSet<>();
        List<String> services = new ArrayList<>();
        for (Gate gate : graph.gates(id)) {
            if (gate.stage().isPresent()) {
                stages.add("stage " + gate.stage().get());
            } else {
                services.add(gate.on() + condition(gate));
            }
        }
        List<String> all = new ArrayList<>(stages);
        all.addAll(services);
        return all.isEmpty() ? "" : ", after " + String.join(", ", all);
    }

    static String condition(Gate gate) {
        String word = gate.condition() == Condition.READY ? "" : " (" + gate.condition().word() + ")";
        return gate.required() ? word : word + " (if it comes)";
    }

    private ServiceSpec spec(ServiceId id) {
        return project.service(id);
    }
}
