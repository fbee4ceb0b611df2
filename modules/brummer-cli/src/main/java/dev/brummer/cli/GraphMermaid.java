package dev.brummer.cli;

import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.StageId;
import dev.brummer.spi.ServiceId;

/** The stage graph as a Mermaid flowchart (mermaid.js.org, "Flowcharts"). */
final class GraphMermaid {
    private final Project project;
    private final StageGraph graph;

    GraphMermaid(Project project, StageGraph graph) {
        this.project = project;
        this.graph = graph;
    }

    String text() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (StageId stage : project.stages().keySet()) {
            text.append("  subgraph stage_").append(id(stage.name())).append("[\"").append(stage).append("\"]\n");
            graph.services().values().stream()
                    .filter(spec -> spec.stage().filter(stage::equals).isPresent())
                    .forEach(spec -> text.append("    ").append(node(spec)).append('\n'));
            text.append("  end\n");
        }
        graph.services().values().stream()
                .filter(spec -> spec.stage().isEmpty())
                .forEach(spec -> text.append("  ").append(node(spec)).append('\n'));
        project.stages().forEach((stage, after) -> after.forEach(earlier -> text.append("  stage_")
                .append(id(earlier.name()))
                .append(" ==> stage_")
                .append(id(stage.name()))
                .append('\n')));
        for (ServiceId service : graph.services().keySet()) {
            for (Gate gate : graph.gates(service)) {
                if (gate.stage().isEmpty()) {
                    text.append("  ").append(id(gate.on().name())).append(gate.required() ? " --> " : " -.-> ");
                    text.append(id(service.name())).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String node(ServiceSpec spec) {
        String id = id(spec.id().name());
        return spec.isTask() ? id + "([\"" + spec.id() + "\"])" : id + "[\"" + spec.id() + "\"]";
    }

    // 'end' and the like are words of the language, and dots and dashes part of its arrows.
    private static String id(String name) {
        StringBuilder id = new StringBuilder("s_");
        for (char c : name.toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                id.append(c);
            } else {
                id.append('_').append(Integer.toHexString(c));
            }
        }
        return id.toString();
    }
}
