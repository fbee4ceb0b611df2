package dev.brummer.runtime.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads what a folder's {@code package.json} calls it. */
final class PackageName {
    private static final long LARGEST = 1 << 20;

    private PackageName() {}

    /** Loaded for the first file that is there: most projects on the way to their first service have none. */
    private static final class Lenient {
        static final JsonFactory JSON = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .build();
    }

    /** The name; empty where there is no such file, or nothing in it that can be read as one: it is one name of several. */
    static Optional<String> of(Path folder) {
        Path file = folder.resolve("package.json");
        try {
            return Files.size(file) > LARGEST ? Optional.empty() : read(file);
        } catch (IOException e) {
            // There is none, or none to go by; npm itself says what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        try (JsonParser json = Lenient.JSON.createParser(file.toFile())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isName = json.currentName().equals("name");
                JsonToken value = json.nextToken();
                if (isName) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(json.getText()) : Optional.empty();
                }
                json.skipChildren();
            }
            return Optional.empty();
        }
    }
}
