package dev.brummer.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.brummer.api.RefusedException;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import dev.brummer.runtime.OwnedSession;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers requests. Safe for use by several threads. */
final class Answers implements HttpHandler {
    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final String JSON = "application/json";

    private final List<Resource> resources;
    private final Doorkeeper doorkeeper;
    private final CompletableFuture<OwnedSession> session;

    /** @param session may come later; who asks before waits for it */
    Answers(List<Resource> resources, Doorkeeper doorkeeper, CompletableFuture<OwnedSession> session) {
        this.resources = List.copyOf(resources);
        this.doorkeeper = doorkeeper;
        this.session = session;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                doorkeeper.admit(exchange.getRequestHeaders());
                send(exchange, reply(exchange));
            } catch (Fault e) {
                send(exchange, e.status(), e.body());
            } catch (RefusedException e) {
                send(exchange, 409, new Fault.Body("refused", String.valueOf(e.getMessage())));
            } catch (SessionOverException e) {
                send(exchange, 503, new Fault.Body("over", String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                // The server ends: so does the connection.
                Thread.currentThread().interrupt();
            } catch (SessionException | RuntimeException e) {
                send(exchange, 500, new Fault.Body("broken", "that is a fault of brum's own: " + e));
            }
        }
    }

    private Reply reply(HttpExchange exchange)
            throws Fault, SessionException, IOException, InterruptedException {
        URI uri = exchange.getRequestURI();
        List<String> path = pieces(uri.getRawPath());
        boolean known = false;
        for (Resource resource : resources) {
            var names = resource.matches(path);
            known |= names.isPresent();
            if (names.isPresent() && resource.method().equals(exchange.getRequestMethod())) {
                JsonNode body = resource.method().equals("POST") ? body(exchange) : Call.NO_BODY;
                return resource.answer().to(new Call(session(), names.get(), query(uri.getRawQuery()), body));
            }
        }
        throw known
                ? new Fault(405, "wrong-method", uri.getPath() + " is not asked for with " + exchange.getRequestMethod())
                : new Fault(404, "no-such-resource", "there is no " + uri.getPath());
    }

    private OwnedSession session() throws Fault, InterruptedException {
        try {
            return session.get(STARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Fault(503, "not-yet", "the fleet has not begun to start");
        }
    }

    private static JsonNode body(HttpExchange exchange) throws Fault, IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        // What a page can send without asking first is never of this type.
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
            throw new Fault(415, "not-json", "what is sent has to be of the type " + JSON);
        }
        byte[] bytes = exchange.getRequestBody().readNBytes(Limits.BODY + 1);
        if (bytes.length > Limits.BODY) {
            throw new Fault(413, "too-long", "a body has at most " + Limits.BODY + " bytes");
        }
        try {
            JsonNode tree = Json.tree(bytes);
            if (tree.isObject() || tree.isMissingNode()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new Fault(400, "bad-body", "the body is no JSON: " + e.getOriginalMessage());
        }
        throw new Fault(400, "bad-body", "the body has to be a JSON object");
    }

    private static List<String> pieces(String path) {
        return Arrays.stream(path.substring(Math.min(1, path.length())).split("/", -1)).map(Answers::decoded).toList();
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                String[] both = pair.split("=", 2);
                query.computeIfAbsent(decoded(both[0]), _ -> new ArrayList<>())
                        .add(both.length == 2 ? decoded(both[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not encoded as it should be: then it names nothing.
            return text;
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Value(var value) -> send(exchange, 200, value);
            case Reply.Written(var json) -> send(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
            case Reply.Stream(var type, var writer) -> {
                head(exchange, type);
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    writer.write(out);
                }
            }
        }
    }

    private static void send(HttpExchange exchange, int status, Object value) throws IOException {
        send(exchange, status, Json.write(value));
    }

    private static void send(HttpExchange exchange, int status, byte[] json) throws IOException {
        head(exchange, JSON);
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    private static void head(HttpExchange exchange, String type) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
    }
}
