package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON lines of pino-http and fastify. Fastify tells at the end of a request only its id, so what was asked is
 * remembered from its beginning.
 */
final class PinoLines {
    static final String REQUEST = "\"req\":{";
    static final String RESPONSE_TIME = "\"responseTime\":";
    private static final Set<String> BEGINNINGS = Set.of("incoming request", "request received", "request started");

    private final OpenRequests open = new OpenRequests();

    /** What such a line has, in one pass over it. */
    private static final class Members {
        private @Nullable String id;
        private @Nullable String method;
        private @Nullable String path;
        private @Nullable String client;
        private String message = "";
        private int status = -1;
        private @Nullable Duration took;

        Members(Json json) {
            while (json.next()) {
                if (json.is("req")) {
                    request(json.object());
                } else if (json.is("res")) {
                    response(json.object());
                } else if (json.is("responseTime")) {
                    took = RequestPhrase.millis(json.number());
                } else if (json.is("reqId")) {
                    id = json.word();
                } else if (json.is("msg")) {
                    message = String.valueOf(json.string());
                }
            }
        }

        private void request(@Nullable Json request) {
            while (request != null && request.next()) {
                if (request.is("id")) {
                    id = request.word();
                } else if (request.is("method")) {
                    method = request.string();
                } else if (request.is("url")) {
                    path = request.string();
                } else if (request.is("remoteAddress")) {
                    client = request.string();
                }
            }
        }

        private void response(@Nullable Json response) {
            while (response != null && response.next()) {
                double number = response.is("statusCode") ? response.number() : Double.NaN;
                status = number >= 100 && number <= 599 ? (int) number : status;
            }
        }
    }

    @Nullable Fact fact(Json json) {
        Members line = new Members(json);
        if (line.status > 0 && line.took != null) {
            return ended(line);
        }
        if (line.method == null || line.path == null || !BEGINNINGS.contains(line.message)) {
            return null;
        }
        if (line.id != null) {
            open.opened(line.id, line.method, line.path);
        }
        return new Fact.RequestStarted(Optional.ofNullable(line.id), line.method, line.path);
    }

    private @Nullable Fact ended(Members line) {
        OpenRequests.Opened opened = line.id == null ? null : open.ended(line.id);
        String method = line.method == null && opened != null ? opened.method() : line.method;
        String path = line.path == null && opened != null ? opened.path() : line.path;
        return method == null || path == null
                ? null
                : new Fact.RequestEnded(
                        Optional.ofNullable(line.id),
                        method,
                        path,
                        line.status,
                        Optional.ofNullable(line.took),
                        Optional.ofNullable(line.client));
    }
}
