package dev.brummer.plugins.webhook;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts over HTTP. The client is made for the first batch; certificates are verified, redirects are not followed. The
 * answer is what its head says: a body is read until the time is up, and what it is does not matter. Safe for use by
 * several threads.
 */
final class HttpPost implements Post {
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final Target target;
    private final InstantSource clock;
    private @Nullable HttpClient client;
    private boolean closed;

    HttpPost(Target target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Outcome> send(byte[] body) {
        HttpClient open = client();
        if (open == null) {
            return CompletableFuture.completedFuture(new Outcome.Later("was left", Duration.ZERO));
        }
        var head = new AtomicReference<@Nullable ResponseInfo>();
        CompletableFuture<HttpResponse<Void>> exchange = open.sendAsync(request(body), info -> {
            head.set(info);
            return BodySubscribers.discarding();
        });
        return exchange.copy()
                .orTimeout(target.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, failure) -> {
                    exchange.cancel(true);
                    ResponseInfo answer = head.get();
                    return answer != null ? outcome(answer) : new Outcome.Later(why(failure), Duration.ZERO);
                });
    }

    private synchronized @Nullable HttpClient client() {
        if (client == null && !closed) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return closed ? null : client;
    }

    private HttpRequest request(byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.address())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json");
        target.headers().forEach(request::setHeader);
        return request.build();
    }

    private Outcome outcome(ResponseInfo answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return new Outcome.Taken();
        }
        if (status / 100 == 5 || status == TOO_MANY || status == REQUEST_TIMEOUT || status == TOO_EARLY) {
            Duration wait = answer.headers()
                    .firstValue("Retry-After")
                    .map(header -> RetryAfter.parse(header, clock.instant()))
                    .orElse(Duration.ZERO);
            return new Outcome.Later("answers " + status, wait);
        }
        String redirect = status / 100 == 3 ? ", a redirect, which is not followed" : "";
        return new Outcome.Refused("answers " + status + redirect);
    }

    // In words of our own: those of exceptions may repeat the address, or what a stranger has sent.
    private String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return "does not answer within " + target.timeout().toMillis() + " ms";
            }
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "cannot be found: its host has no address";
            }
            if (cause instanceof SSLException) {
                return "cannot be trusted: its certificate is not valid here, or it does not speak TLS";
            }
        }
        return isUnreachable(failure) ? "cannot be connected to" : "breaks the connection off, or does not speak HTTP";
    }

    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof ConnectException || failure.getCause() instanceof ConnectException;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
        }
    }
}
