package dev.brummer.server;

import dev.brummer.api.RefusedException;
import dev.brummer.api.SessionException;
import dev.brummer.api.SessionOverException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks a control server. Safe for use by several threads. By the JDK's older client, for its younger one takes a tenth of
 * a second more until its first answer.
 */
final class Wire {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** Longer than a server puts up with connections that say nothing. */
    private static final Duration FULL = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int OK = 200;
    private static final int OVER = 503;
    private static final String JSON = "application/json";

    private final ControlFile server;

    Wire(ControlFile server) {
        this.server = server;
    }

    long pid() {
        return server.pid();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    <T> T get(String path, Class<T> type) throws SessionException {
        return ask(path, null, json -> Json.read(json, type));
    }

    <T> List<T> getList(String path, Class<T> type) throws SessionException {
        return ask(path, null, json -> Json.readList(json, type));
    }

    <T> T post(String path, Object body, Class<T> type) throws SessionException {
        try {
            return ask(path, Json.write(body), json -> Json.read(json, type));
        } catch (IOException e) {
            throw new IllegalStateException("what is sent cannot be written as JSON", e);
        }
    }

    /**
     * Asks for something that goes on; what comes is read for as long as it takes. By the JDK's younger client: whoever
     * waits in a stream of the older one cannot be told that nobody wants more.
     *
     * @return to be closed, by any thread
     */
    InputStream stream(String path) throws SessionException {
        try {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.endpoint() + path))
                    .header("Authorization", bearer())
                    .build();
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == OK) {
                return answer.body();
            }
            throw fault(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw gone(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionOverException("nobody waits for the answer any more", e);
        }
    }

    private SessionOverException gone(IOException e) {
        return new SessionOverException("the fleet supervised by pid " + server.pid() + " does not answer: " + e, e);
    }

    private String bearer() {
        return "Bearer " + server.token();
    }

    /** Reads a value out of an answer. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(byte[] json) throws IOException;
    }

    private <T> T ask(String path, byte @Nullable [] body, Reader<T> reader) throws SessionException {
        long since = System.nanoTime();
        while (true) {
            try {
                return asked(path, body, reader);
            } catch (IOException e) {
                if (body != null || !isFull(e) || System.nanoTime() - since > FULL.toNanos()) {
                    throw gone(e);
                }
                LockSupport.parkNanos(this, PAUSE.toNanos());
            }
        }
    }

    /**
     * A server with too many connections closes new ones at once, until it has got rid of those that say nothing. What
     * was asked can be asked again then; what was to be done may have been done.
     */
    private static boolean isFull(IOException e) {
        return e instanceof SocketException && !(e instanceof ConnectException);
    }

    private <T> T asked(String path, byte @Nullable [] body, Reader<T> reader) throws SessionException, IOException {
        HttpURLConnection connection = connect(path);
        if (body != null) {
            send(connection, body);
        }
        if (connection.getResponseCode() == OK) {
            return reader.read(all(connection.getInputStream()));
        }
        throw fault(connection.getResponseCode(), connection.getErrorStream());
    }

    private HttpURLConnection connect(String path) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(server.endpoint() + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) ANSWER.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("Authorization", bearer());
        return connection;
    }

    private static void send(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setRequestProperty("Content-Type", JSON);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
    }

    private static SessionException fault(int status, InputStream body) throws IOException {
        Fault.Body fault = Json.read(all(body), Fault.Body.class);
        return status == OVER ? new SessionOverException(fault.message()) : new RefusedException(fault.message());
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }
}
