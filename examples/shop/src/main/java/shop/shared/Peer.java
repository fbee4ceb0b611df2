package shop.shared;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Another service of the shop, called over HTTP as part of the current request. */
public final class Peer {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration ALIVE_TIMEOUT = Duration.ofMillis(500);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    private final String name;
    private final URI address;
    private final Duration timeout;
    private final Log log;

    Peer(String name, URI address, Duration timeout, Log log) {
        this.name = name;
        this.address = address;
        this.timeout = timeout;
        this.log = log;
    }

    public String name() {
        return name;
    }

    /** GET. */
    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** POST with a body that becomes JSON. */
    public Reply post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** POST with a body that becomes JSON, and more headers. */
    public Reply post(String path, Object body, Map<String, String> headers) {
        try {
            var request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(JSON.std.asBytes(body)));
            headers.forEach(request::setHeader);
            return send(request);
        } catch (IOException e) {
            throw new PeerException(name, "cannot write the body for " + name + path, e);
        }
    }

    /** Passes a request on as it came. */
    public Reply forward(Request original, String path, Map<String, String> headers) {
        var request = request(path)
                .method(original.method(), HttpRequest.BodyPublishers.ofByteArray(original.body()));
        headers.forEach(request::setHeader);
        return send(request);
    }

    /** Whether its process answers right now. */
    public boolean isAlive() {
        return isAliveWithin(ALIVE_TIMEOUT);
    }

    /** Whether its process answers within that time. */
    public boolean isAliveWithin(Duration patience) {
        try {
            var request = HttpRequest.newBuilder(address.resolve("/live")).timeout(patience).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            log.debug("%s does not answer: %s", name, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header(RequestContext.HEADER, RequestContext.currentId());
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        long start = System.nanoTime();
        try {
            var response = HTTP.send(request, BodyHandlers.ofByteArray());
            long millis = (System.nanoTime() - start) / 1_000_000;
            log.debug("%s %s - %d (%dms)", request.method(), request.uri(), response.statusCode(), millis);
            remember(response, millis);
            return new Reply(name, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new PeerException(name, request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PeerException(name, request.method() + " " + request.uri() + " was interrupted", e);
        }
    }

    private void remember(HttpResponse<?> response, long millis) {
        RequestContext.current().ifPresent(context -> {
            List<Hop> beyond = Hop.parse(response.headers().firstValue(Hop.HEADER).orElse(""));
            beyond.forEach(context::add);
            long elsewhere = beyond.stream().mapToLong(Hop::millis).sum();
            context.add(new Hop(name, Math.max(0, millis - elsewhere)));
        });
    }
}
