package dev.brummer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The stage graph as one JSON object: {@code stages}, and {@code services} with what each waits for. */
final class GraphJson {
    private GraphJson() {}

    static String text(Project project, StageGraph graph) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("name", project.name());
            stages(project, json);
            services(graph, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return text + "\n";
    }

    private static void stages(Project project, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("stages");
        for (var stage : project.stages().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", stage.getKey().name());
            json.writeArrayFieldStart("after");
            for (var earlier : stage.getValue()) {
                json.writeString(earlier.name());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void services(StageGraph graph, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("services");
        for (ServiceSpec spec : graph.services().values()) {
            json.writeStartObject();
            json.writeStringField("service", spec.id().name());
            json.writeStringField("type", spec.isTask() ? "task" : "service");
            if (spec.stage().isPresent()) {
                json.writeStringField("stage", spec.stage().get().name());
            }
            json.writeBooleanField("optional", spec.optional());
            json.writeArrayFieldStart("waits_for");
            for (Gate gate : graph.gates(spec.id())) {
                gate(gate, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void gate(Gate gate, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("service", gate.on().name());
        json.writeStringField("condition", gate.condition().word());
        json.writeBooleanField("required", gate.required());
        if (gate.stage().isPresent()) {
            json.writeStringField("because_of_stage", gate.stage().get().name());
        }
        json.writeEndObject();
    }
}
