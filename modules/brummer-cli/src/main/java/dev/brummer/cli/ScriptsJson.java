package dev.brummer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What may be started, as one JSON object. */
final class ScriptsJson {
    private ScriptsJson() {}

    static String text(String project, List<ScriptRow> rows) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("project", project);
            json.writeArrayFieldStart("scripts");
            for (ScriptRow row : rows) {
                row(row, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return text + "\n";
    }

    private static void row(ScriptRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", row.name());
        json.writeStringField("kind", row.kind().word());
        if (row.stage().isPresent()) {
            json.writeStringField("stage", row.stage().get());
        } else {
            json.writeNullField("stage");
        }
        json.writeStringField("runs", row.runs());
        json.writeStringField("folder", row.folder());
        json.writeArrayFieldStart("services");
        for (ServiceId service : row.services()) {
            json.writeString(service.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
