package dev.brummer.runtime.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Alerts as JSON. */
public final class AlertJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AlertJson() {}

    /** One object in a line, with its line end. */
    public static String line(AlertNews news) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "alert");
            json.writeStringField("time", news.time().toString());
            json.writeStringField("service", news.subject().instance().service().name());
            json.writeStringField("instance", news.subject().instance().label());
            for (Map.Entry<String, String> field : news.fields().entrySet()) {
                if (field.getKey().equals("seconds")) {
                    json.writeNumberField("seconds", Long.parseLong(field.getValue()));
                } else {
                    json.writeStringField(field.getKey(), field.getValue());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text can always be written to", e);
        }
        return text.append('\n').toString();
    }
}
