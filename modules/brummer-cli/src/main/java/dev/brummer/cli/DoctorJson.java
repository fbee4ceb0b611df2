package dev.brummer.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.brummer.runtime.doctor.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Findings as one JSON object. */
final class DoctorJson {
    private DoctorJson() {}

    static String text(List<Finding> findings) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("ok", !Finding.someFails(findings));
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                finding(finding, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a string", e);
        }
        return text + "\n";
    }

    private static void finding(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("severity", DoctorText.word(finding.severity()));
        if (finding.service().isEmpty()) {
            json.writeNullField("service");
        } else {
            json.writeStringField("service", finding.service());
        }
        json.writeStringField("message", finding.message());
        json.writeStringField("hint", finding.hint());
        json.writeEndObject();
    }
}
