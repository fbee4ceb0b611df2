package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where HTTP ends and the service begins. Requests to the service's own addresses are counted; those to
 * {@code /health}, {@code /live}, {@code /stats} and {@code /admin} are not, for only people and supervisors ask there.
 */
final class Endpoint implements HttpHandler {
    private final Router api;
    private final Router internal;
    private final Filter filter;
    private final Traffic traffic;
    private final Log log;

    Endpoint(Router api, Router internal, Filter filter, Traffic traffic, Log log) {
        this.api = api;
        this.internal = internal;
        this.filter = filter;
        this.traffic = traffic;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        traffic.begin();
        try (exchange) {
            Request request = read(exchange);
            String id = request.header(RequestContext.HEADER)
                    .filter(RequestContext::isId)
                    .orElseGet(RequestContext::newId);
            Response response = RequestContext.within(id, () -> answer(request));
            send(exchange, response.with(RequestContext.HEADER, id));
        } finally {
            traffic.end();
        }
    }

    private Response answer(Request request) {
        if (internal.knows(request.path())) {
            return dispatch(internal, request);
        }
        long start = System.nanoTime();
        Response response = filter.handle(request, inner -> dispatch(api, inner));
        // Counted before it is sent: who has the answer in hand finds it in /stats.
        traffic.answered(response.status(), System.nanoTime() - start);
        var hops = RequestContext.current().orElseThrow().hops();
        return hops.isEmpty() ? response : response.with(Hop.HEADER, Hop.header(hops));
    }

    private Response dispatch(Router router, Request request) {
        try {
            return router.dispatch(request);
        } catch (HttpError e) {
            return Response.error(e.status(), e.getMessage());
        } catch (PeerException e) {
            log.error(e, "[%s] %s %s failed", RequestContext.currentId(), request.method(), request.path());
            return Response.error(502, e.peer() + " cannot be reached");
        } catch (RuntimeException e) {
            log.error(e, "[%s] %s %s failed", RequestContext.currentId(), request.method(), request.path());
            return Response.error(500, "something went wrong here");
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                Map.of(),
                query(uri.getRawQuery()),
                name -> Optional.ofNullable(headers.getFirst(name)),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = JSON.std.asBytes(response.body());
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(response.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
