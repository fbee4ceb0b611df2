package shop.load;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The shop as its customers see it, and the switch that makes its payments fail. */
final class Shop {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_BURST = 5_000;

    private final URI gateway;
    private final URI payments;
    private final Tally tally = new Tally();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Shop(URI gateway, URI payments) {
        this.gateway = gateway;
        this.payments = payments;
    }

    Tally tally() {
        return tally;
    }

    String logIn(String address, String email) {
        var body = json(Map.of("email", email, "password", "open sesame"));
        var response = visit(request(address, "/api/login").POST(BodyPublishers.ofString(body)));
        if (response.statusCode() != 200) {
            throw new IllegalStateException("login of " + email + " was answered with " + response.statusCode());
        }
        try {
            return JSON.std.mapFrom(response.body()).get("token").toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the answer to a login", e);
        }
    }

    void browse(String address) {
        visit(request(address, "/api/products").GET());
    }

    void profile(String address, String token) {
        visit(request(address, "/api/me").header("Authorization", "Bearer " + token).GET());
    }

    void order(String address, String token, long product) {
        var body = json(Map.of("productId", product, "quantity", 1));
        visit(request(address, "/api/orders")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Asks as fast as it can until it was refused so many times, and says how often it asked. */
    int burst(String address, int refusals) {
        int refused = 0;
        int sent = 0;
        while (refused < refusals && sent < LONGEST_BURST) {
            sent++;
            if (visit(request(address, "/api/products/1").GET()).statusCode() == 429) {
                refused++;
            }
        }
        return sent;
    }

    void failPayments(Duration outage) {
        operate(HttpRequest.newBuilder(payments.resolve("/admin/fail?for=" + outage.toMillis() + "ms"))
                .POST(BodyPublishers.noBody()));
    }

    void recoverPayments() {
        operate(HttpRequest.newBuilder(payments.resolve("/admin/fail")).DELETE());
    }

    private HttpRequest.Builder request(String address, String path) {
        return HttpRequest.newBuilder(gateway.resolve(path)).header("X-Forwarded-For", address);
    }

    private HttpResponse<String> visit(HttpRequest.Builder builder) {
        long start = System.nanoTime();
        var response = send(builder);
        tally.add(response.statusCode(), (System.nanoTime() - start) / 1_000_000);
        return response;
    }

    private void operate(HttpRequest.Builder builder) {
        var response = send(builder);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("payments answered " + response.statusCode() + ": " + response.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.std.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
