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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers requests. Safe for use by several threads. */
final class Answers implements HttpHandler {
    private static final Duration STARTING = Duration.ofSeconds(20);
    private static final String JSON = "application/json";

    private final Doorkeeper doorkeeper;
    private final StuckClients clients;
    private final CompletableFuture<OwnedSession> session;

    /** @param session may come later; who asks before waits for it */
    Answers(Doorkeeper doorkeeper, StuckClients clients, CompletableFuture<OwnedSession> session) {
        this.doorkeeper = doorkeeper;
        this.clients = clients;
        this.session = session;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        } catch (InterruptedException e) {
            // The server ends: so does the connection.
            Thread.currentThread().interrupt();
        }
    }

    /** What is sent, with its status. */
    private record Answer(int status, Reply reply) {
        Answer(int status, Fault.Body fault) {
            this(status, new Reply.Value(fault));
        }
    }

    private Answer answer(HttpExchange exchange) throws InterruptedException {
        try {
            doorkeeper.admit(exchange.getRequestHeaders());
            return new Answer(200, reply(exchange));
        } catch (Fault e) {
            return new Answer(e.status(), e.body());
        } catch (RefusedException e) {
            return new Answer(409, new Fault.Body("refused", String.valueOf(e.getMessage())));
        } catch (SessionOverException e) {
            return new Answer(503, new Fault.Body("over", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return new Answer(500, new Fault.Body("unreadable", "what is asked for cannot be read: " + e.getMessage()));
        } catch (SessionException | RuntimeException e) {
            return new Answer(500, new Fault.Body("broken", "that is a fault of brum's own: " + e));
        }
    }

    private Reply reply(HttpExchange exchange) throws Fault, SessionException, IOException, InterruptedException {
        Target target = Target.of(exchange.getRequestURI());
        Set<String> methods = new LinkedHashSet<>();
        for (Resource resource : Resources.all()) {
            var names = resource.matches(target.pieces());
            if (names.isPresent() && resource.method().equals(exchange.getRequestMethod())) {
                JsonNode body = resource.method().equals("POST") ? body(exchange) : Call.NO_BODY;
                var heard = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
                return resource.answer().to(new Call(session(), names.get(), target.query(), heard, body));
            }
            names.ifPresent(_ -> methods.add(resource.method()));
        }
        String path = exchange.getRequestURI().getPath();
        if (methods.isEmpty()) {
            throw new Fault(404, "no-such-resource", "there is no " + path);
        }
        String allowed = String.join(", ", methods);
        exchange.getResponseHeaders().set("Allow", allowed);
        throw new Fault(405, "wrong-method", path + " is asked for with " + allowed);
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

    private void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        switch (answer.reply()) {
            case Reply.Value(var value) -> send(exchange, answer.status(), Json.write(value));
            case Reply.Written(var json) -> send(exchange, answer.status(), json.getBytes(StandardCharsets.UTF_8));
            case Reply.Stream(var type, var writer) -> {
                head(exchange, type);
                exchange.sendResponseHeaders(answer.status(), 0);
                try (OutputStream out = clients.watch(exchange.getResponseBody())) {
                    writer.write(out);
                }
            }
        }
    }

    private void send(HttpExchange exchange, int status, byte[] json) throws IOException {
        head(exchange, JSON);
        if (status == 401) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, json.length);
        // Closed here and not by the exchange: that keeps a fault to itself, and the server would count a connection on
        // and on that is gone.
        try (OutputStream out = clients.watch(exchange.getResponseBody())) {
            out.write(json);
        }
    }

    private static void head(HttpExchange exchange, String type) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
    }
}
