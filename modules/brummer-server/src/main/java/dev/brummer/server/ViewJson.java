package dev.brummer.server;

import com.fasterxml.jackson.core.JsonProcessingException;

/** The values of {@code dev.brummer.api} as the control API writes them. */
public final class ViewJson {
    private ViewJson() {}

    /** One line, with its end. */
    public static String line(Object value) {
        try {
            return new String(Json.write(value), java.nio.charset.StandardCharsets.UTF_8) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("that cannot be written as JSON", e);
        }
    }
}
