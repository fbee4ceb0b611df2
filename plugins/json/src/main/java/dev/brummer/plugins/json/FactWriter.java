package dev.brummer.plugins.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FactFields;
import dev.brummer.spi.FoundFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** Writes facts as members of the JSON object that is open. */
final class FactWriter implements FactFields {
    private final JsonGenerator json;

    FactWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes what is found, and from which line. */
    void write(FoundFact found) throws IOException {
        try {
            number("source", found.source());
            text("kind", found.fact().kind());
            found.fact().describe(this);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void text(String name, String value) {
        write(() -> json.writeStringField(name, value));
    }

    @Override
    public void number(String name, long value) {
        write(() -> json.writeNumberField(name, value));
    }

    @Override
    public void decimal(String name, double value) {
        write(() -> json.writeNumberField(name, value));
    }

    @Override
    public void duration(String name, Duration value) {
        long micros = value.toNanos() / 1000;
        if (micros % 1000 == 0) {
            number(name, micros / 1000);
        } else {
            decimal(name, micros / 1000.0);
        }
    }

    @Override
    public void texts(String name, List<String> values) {
        write(() -> {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        });
    }

    @Override
    public void values(String name, List<Fact.Value> values) {
        write(() -> {
            json.writeObjectFieldStart(name);
            for (Fact.Value value : values) {
                json.writeNumberField(value.name(), value.value());
            }
            json.writeEndObject();
        });
    }

    /** Writes to the generator. */
    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
