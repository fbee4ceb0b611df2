package dev.brummer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Plugins as a JSON array. */
final class PluginsJson {
    private PluginsJson() {}

    static String text(List<ListedPlugin> plugins) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (ListedPlugin plugin : plugins) {
                plugin(plugin, json);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return text + "\n";
    }

    private static void plugin(ListedPlugin plugin, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text("id", plugin.id(), json);
        json.writeArrayFieldStart("kinds");
        for (String kind : plugin.kinds()) {
            json.writeString(kind);
        }
        json.writeEndArray();
        text("version", plugin.version(), json);
        text("from", plugin.from(), json);
        text("description", plugin.description(), json);
        json.writeStringField("state", plugin.isUsable() ? "ok" : "broken");
        text("reason", plugin.reason(), json);
        text("hint", plugin.remedy(), json);
        json.writeEndObject();
    }

    private static void text(String name, String value, JsonGenerator json) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
