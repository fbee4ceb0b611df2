package dev.brummer.cli;

import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stage graph for a person to read. */
final class GraphText {
    private final Project project;
    private final StageGraph graph;
    private final int width;

    GraphText(Project project, StageGraph graph) {
        this.project = project;
        this.graph = graph;
        this.width = graph.services().keySet().stream().mapToInt(id -> id.name().length()).max().orElse(0);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        project.stages().forEach((stage, after) -> append(Optional.of(stage), heading(stage, after), text));
        append(Optional.empty(), "in no stage", text);
        return text.toString();
    }

    private static String heading(StageId stage, Set<StageId> after) {
        return after.isEmpty()
                ? stage.name()
                : stage.name() + " (after " + String.join(", ", after.stream().map(StageId::name).toList()) + ")";
    }

    private void append(Optional<StageId> stage, String heading, StringBuilder text) {
        List<ServiceSpec> members =
                graph.services().values().stream().filter(spec -> spec.stage().equals(stage)).toList();
        if (members.isEmpty()) {
            return;
        }
        text.append(heading).append('\n');
        for (int i = 0; i < members.size(); i++) {
            boolean last = i == members.size() - 1;
            ServiceSpec spec = members.get(i);
            String note = note(spec);
            text.append(last ? "└─ " : "├─ ").append(spec.id());
            text.append(note.isEmpty() ? "" : " ".repeat(width - spec.id().name().length() + 2) + note).append('\n');
        }
    }

    private String note(ServiceSpec spec) {
        List<String> notes = new ArrayList<>();
        if (spec.isTask()) {
            notes.add("task");
        }
        if (spec.optional()) {
            notes.add("optional");
        }
        List<String> explicit = graph.gates(spec.id()).stream()
                .filter(gate -> gate.stage().isEmpty())
                .map(GraphText::edge)
                .toList();
        if (!explicit.isEmpty()) {
            notes.add("← " + String.join(", ", explicit));
        }
        return String.join(", ", notes);
    }

    private static String edge(Gate gate) {
        return gate.on() + PlanText.condition(gate);
    }
}
