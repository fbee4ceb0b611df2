package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The example under traffic: what the views tell of it is what its services have counted themselves, number by number. */
@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShopLoadIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ShopFolder shop;
    private static BrumRun up;

    @BeforeAll
    static void theLoadIsOver(Sandbox sandbox) throws IOException {
        shop = ShopFolder.in(sandbox);
        up = shop.brum("up", "--profile", "+load", "--output", "json")
                .env("LOAD_SECONDS", "8")
                .env("BREAKER_COOLDOWN", "500ms")
                .env("METRICS_INTERVAL", "1s")
                .start();
        up.await("load", "completed");
        up.await("every request and message has become a fact", () -> requests() == counted("gateway", "/requests")
                && received("products") == counted("products", "/counters/messages_received")
                && received("notifications") == counted("notifications", "/counters/messages_received"));
    }

    private static JsonNode view(String name) {
        try {
            return JSON.readTree(
                    shop.brum(name, "--output", "json").run().hasExitCode(0).stdout());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What a service says it has counted: one number, or the sum of all at that place. */
    private static long counted(String service, String where) {
        try (InputStream stats =
                URI.create("http://127.0.0.1:" + shop.port(service) + "/stats").toURL().openStream()) {
            JsonNode at = JSON.readTree(stats).at(where);
            return at.isNumber() ? at.asLong() : all(at).mapToLong(JsonNode::asLong).sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<JsonNode> all(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static long sum(String view, String list, String number) {
        return all(view(view).get(list)).mapToLong(row -> row.at(number).asLong()).sum();
    }

    private static long requests() {
        return sum("requests", "routes", "/whole/requests");
    }

    private static long received(String service) {
        return all(view("messages").at("/events/0/receivers"))
                .filter(receiver -> receiver.get("service").asText().equals(service))
                .mapToLong(receiver -> receiver.get("received").asLong())
                .sum();
    }

    @Test
    void theLoadOpensAndClosesTheBreakerAndRunsIntoTheLimit() {
        List<String> breaker = up.events().lines("orders").stream()
                .filter(line -> line.contains("[Circuit Breaker]"))
                .flatMap(line -> Stream.of("opened", "reset", "closed").filter(line::contains))
                .toList();

        assertThat(breaker).containsSubsequence("opened", "reset", "closed").endsWith("closed");
        assertThat(up.events().lines("gateway")).anyMatch(line -> line.contains("Request blocked (429)"));
        assertThat(up.events().lines("load"))
                .anyMatch(line -> line.matches(".*Load: \\d+ requests \\(.*20[01]: \\d+.*429: \\d+.*"));
    }

    @Test
    void whatMattersIsToldInTheStream() {
        assertThat(up.events().notices())
                .contains("circuit breaker for payments in orders opened")
                .anyMatch(text -> text.startsWith("circuit breaker for payments in orders closed after "))
                .anyMatch(text -> text.matches("client \\S+ has reached the rate limit of 60 of gateway"));
    }

    @Test
    void requestsAreWhatTheGatewayHasAnswered() {
        long serverErrors = counted("gateway", "/requests/502") + counted("gateway", "/requests/503");

        assertThat(requests()).isPositive().isEqualTo(counted("gateway", "/requests"));
        assertThat(sum("requests", "routes", "/whole/serverErrors")).isPositive().isEqualTo(serverErrors);
        assertThat(sum("requests", "routes", "/whole/clientErrors"))
                .isPositive()
                .isEqualTo(counted("gateway", "/requests/429"));
        assertThat(all(view("requests").get("routes")).map(row -> row.get("method").asText() + " " + row.get("route").asText()))
                .containsExactlyInAnyOrder(
                        "POST /api/login", "GET /api/me", "POST /api/orders", "GET /api/products", "GET /api/products/:id");
    }

    @Test
    void limitsAreWhatTheGatewayHasRefused() {
        assertThat(sum("limits", "clients", "/blocked"))
                .isPositive()
                .isEqualTo(counted("gateway", "/counters/rate_limited"));
        assertThat(sum("limits", "clients", "/reached"))
                .isPositive()
                .isEqualTo(counted("gateway", "/counters/rate_limit_reached"));
        assertThat(sum("limits", "clients", "/answered429")).isEqualTo(counted("gateway", "/requests/429"));
    }

    @Test
    void theBreakerHasOpenedAndClosedAsOftenAsItSays() {
        JsonNode breakers = view("breakers").get("breakers");
        JsonNode breaker = breakers.get(0);

        assertThat(breakers).hasSize(1);
        assertThat(breaker.get("service").asText()).isEqualTo("orders");
        assertThat(breaker.get("target").asText()).isEqualTo("payments");
        assertThat(breaker.get("state").asText()).isEqualTo("closed");
        assertThat(breaker.get("trips").asLong()).isPositive().isEqualTo(counted("orders", "/counters/breaker_opened"));
        assertThat(all(breaker.get("changes")).filter(change -> change.get("state").asText().equals("half-open")))
                .hasSize((int) counted("orders", "/counters/breaker_reset_attempts"));
    }

    @Test
    void everyMessageIsCountedWhereItIsPublishedAndWhereItIsReceived() {
        JsonNode event = view("messages").at("/events/0");

        assertThat(event.get("event").asText()).isEqualTo("order.created");
        assertThat(event.get("published").asLong())
                .isPositive()
                .isEqualTo(counted("orders", "/counters/messages_published"));
        for (String service : List.of("products", "notifications")) {
            assertThat(received(service)).isEqualTo(counted(service, "/counters/messages_received"));
        }
        assertThat(all(event.get("receivers")).map(receiver -> receiver.get("backlog").asLong())).containsOnly(0L);
    }

    @Test
    void theOtherViewsHaveSomethingToShow() {
        assertThat(all(view("metrics").get("metrics")).map(metric -> metric.get("service").asText()))
                .contains("gateway", "orders", "payments");
        assertThat(all(view("discovery").get("discoveries")).map(found -> found.get("name").asText()))
                .containsExactlyInAnyOrder("auth", "users", "products", "orders");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theViewsOfAnEndedStartAreThoseOfTheRunningOne() {
        long before = requests();

        up.interrupt().hasExitCode(0);

        assertThat(requests()).isEqualTo(before);
    }
}
