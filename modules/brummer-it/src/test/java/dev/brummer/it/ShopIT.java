package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example, brought up once in profile {@code staging} for all of these. */
@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopIT {
    private static final List<String> HTTP_SERVICES =
            List.of("auth", "users", "products", "orders", "payments", "notifications", "gateway");

    private static ShopFolder shop;
    private static BrumRun up;

    @BeforeAll
    static void allIsUp(Sandbox sandbox) throws IOException {
        shop = ShopFolder.in(sandbox);
        up = shop.brum("up", "--profile", "staging", "--output", "json").start();
        up.await("all is ready", () -> !summaries().isEmpty());
    }

    private static List<String> summaries() {
        return up.events().notices().stream().filter(text -> text.startsWith("ready in")).toList();
    }

    @Test
    void everythingIsReadyAndTheMigrationHasEnded() {
        assertThat(up.events().order("ready")).containsAll(HTTP_SERVICES).contains("database", "broker");
        assertThat(up.events().states("migrate")).endsWith("completed");
    }

    @Test
    void noStageBeginsBeforeTheOneBeforeItIsReady() {
        assertThat(moments("migrate completed", "auth starting")).isSorted();
        assertThat(moments("broker ready", "auth starting")).isSorted();
        for (String service : List.of("users", "products", "orders", "payments", "notifications")) {
            assertThat(moments("auth ready", service + " starting", service + " ready", "gateway starting")).isSorted();
        }
        assertThat(moments("database ready", "migrate starting")).isSorted();
        assertThat(moments("products ready", "orders starting")).isSorted();
    }

    private static List<Integer> moments(String... changes) {
        List<String> all = up.events().changes().stream().map(change -> change.service() + " " + change.to()).toList();
        assertThat(all).contains(changes);
        return List.of(changes).stream().map(all::indexOf).toList();
    }

    @Test
    void theSummaryNamesTheCriticalPathAndWhereEverythingIs() {
        String summary = summaries().getFirst();

        assertThat(summary).containsPattern("ready in \\d+\\.\\d s: .*auth \\d+\\.\\d.* → gateway \\d+\\.\\d");
        assertThat(summary)
                .contains("http://127.0.0.1:" + shop.port("gateway"), "http://127.0.0.1:" + shop.port("orders"))
                .contains("port " + shop.port("database"), "port " + shop.port("broker"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "users", "products", "orders", "payments", "notifications", "gateway"})
    void everyServiceReportsItselfWellAndInTheProfile(String service) throws Exception {
        String health = get(service, "/health").body();

        assertThat(health).contains("\"status\":\"healthy\"").contains("\"environment\":\"staging\"");
    }

    @Test
    void anOrderGoesThroughAllServicesUnderOneRequestId() throws Exception {
        String ada = "{\"email\":\"ada@example.com\",\"password\":\"open sesame\"}";
        String token = post("/api/login", ada, Map.of()).body().replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");

        HttpResponse<String> order =
                post("/api/orders", "{\"productId\":1,\"quantity\":2}", Map.of("Authorization", "Bearer " + token));

        assertThat(order.statusCode()).as(order.body()).isBetween(200, 202);
        String id = order.headers().firstValue("X-Request-Id").orElseThrow();
        for (String service : List.of("gateway", "auth", "orders", "payments", "notifications")) {
            up.awaitLine(service, id);
        }
    }

    @Test
    void stagingShowsEachCallBetweenServices() throws Exception {
        int status = get("gateway", "/api/products").statusCode();

        assertThat(status).isEqualTo(200);
        up.await("the gateway logs its call of products", () -> up.events().lines("gateway").stream()
                .anyMatch(line -> line.contains("GET http://127.0.0.1:" + shop.port("products"))));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void ctrlCStopsItInReverseOrder() {
        up.interrupt().hasExitCode(0);

        List<String> stopped = up.events().order("stopped");
        assertThat(stopped).containsAll(HTTP_SERVICES).contains("database", "broker");
        assertThat(stopped).startsWith("gateway");
        assertThat(stopped).containsSubsequence("orders", "products", "auth", "database");
        assertThat(stopped.subList(stopped.size() - 2, stopped.size())).containsExactlyInAnyOrder("database", "broker");
    }

    private static HttpResponse<String> get(String service, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port(service) + path)));
    }

    private static HttpResponse<String> post(String path, String body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + shop.port("gateway") + path))
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
