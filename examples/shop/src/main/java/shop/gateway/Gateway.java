package shop.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shop.shared.HttpError;
import shop.shared.HttpService;
import shop.shared.Peer;
import shop.shared.RateLimiter;
import shop.shared.Request;
import shop.shared.Response;

/** What the outside sees of the shop. */
final class Gateway {
    record Presented(String token) {}

    record Identity(long userId) {}

    /** Those that are ready may be slow to answer while everything else begins. */
    private static final Duration DISCOVERY = Duration.ofSeconds(5);

    private final Peer auth;
    private final Peer users;
    private final Peer products;
    private final Peer orders;

    private Gateway(HttpService service) {
        this.auth = service.peer("auth", "AUTH_URL");
        this.users = service.peer("users", "USERS_URL");
        this.products = service.peer("products", "PRODUCTS_URL");
        this.orders = service.peer("orders", "ORDERS_URL");
    }

    public static void main(String[] args) {
        HttpService.run("gateway", service -> {
            var gateway = new Gateway(service);
            service.route("POST", "/api/login", request -> pass(gateway.auth, request, "/login", Map.of()));
            service.route("GET", "/api/products", request -> pass(gateway.products, request, "/products", Map.of()));
            service.route("GET", "/api/products/{id}", gateway::product);
            service.route("GET", "/api/me", gateway::profile);
            service.route("POST", "/api/orders", gateway::order);
            service.route("GET", "/api/orders/{id}", gateway::showOrder);
            var accessLog = new AccessLog(service.log(), service.settings().enabled("TRACING", true));
            var throttle = new Throttle(limiter(service), service.log(), service.counters());
            service.around((request, next) ->
                    accessLog.handle(request, inner -> throttle.handle(inner, next)));
            service.log().info("[API Gateway] Discovered services: %s", String.join(", ", gateway.alive()));
        });
    }

    private List<String> alive() {
        return Stream.of(auth, users, products, orders).filter(peer -> peer.isAliveWithin(DISCOVERY)).map(Peer::name).toList();
    }

    private static RateLimiter limiter(HttpService service) {
        return new RateLimiter(
                service.settings().number("RATE_LIMIT", 60),
                service.settings().duration("RATE_WINDOW", Duration.ofSeconds(10)),
                InstantSource.system());
    }

    private Response product(Request request) {
        return pass(products, request, "/products/" + request.id("id"), Map.of());
    }

    private Response profile(Request request) {
        return pass(users, request, "/users/" + identify(request), Map.of());
    }

    private Response order(Request request) {
        return pass(orders, request, "/orders", onBehalfOf(identify(request)));
    }

    private Response showOrder(Request request) {
        return pass(orders, request, "/orders/" + request.id("id"), onBehalfOf(identify(request)));
    }

    private long identify(Request request) {
        String token = request.header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()))
                .orElseThrow(() -> new HttpError(401, "log in first: POST /api/login"));
        var reply = auth.post("/validate", new Presented(token)).orThrow();
        if (!reply.succeeded()) {
            throw new HttpError(401, "log in again: POST /api/login");
        }
        return reply.as(Identity.class).userId();
    }

    private static Map<String, String> onBehalfOf(long user) {
        return Map.of("X-User-Id", Long.toString(user));
    }

    // What went wrong behind the gateway is in the logs, under the request's id; clients get a sentence.
    private static Response pass(Peer peer, Request request, String path, Map<String, String> headers) {
        var reply = peer.forward(request, path, headers);
        return reply.failed()
                ? Response.error(reply.status(), "the shop cannot do this at the moment, please try again")
                : reply.toResponse();
    }
}
