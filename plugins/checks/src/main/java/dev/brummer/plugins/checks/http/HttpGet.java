package dev.brummer.plugins.checks.http;

import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.plugins.checks.net.Deadline;
import dev.brummer.plugins.checks.net.Endpoint;
import dev.brummer.plugins.checks.net.Sentence;
import dev.brummer.plugins.checks.net.TlsMode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/** A GET to a whole URL, for checks that ask over HTTP beside their own protocol. Immutable. */
public final class HttpGet {
    private final Endpoint endpoint;
    private final TlsMode tls;
    private final HttpRequest request;

    /**
     * An answer.
     *
     * @param body its first 64 KiB
     */
    public record Reply(int status, byte[] body) {}

    private HttpGet(Endpoint endpoint, TlsMode tls, HttpRequest request) {
        this.endpoint = endpoint;
        this.tls = tls;
        this.request = request;
    }

    /**
     * @param encrypted how an {@code https} URL is asked
     * @param headers each as {@code Name: value}
     * @throws IllegalArgumentException if it is no whole URL
     */
    public static HttpGet of(String url, TlsMode encrypted, List<String> headers) {
        HttpTarget target = HttpTarget.parse(url);
        Endpoint endpoint = target.endpoint(OptionalInt.empty())
                .orElseThrow(() -> new IllegalArgumentException("'" + url + "' is no whole URL"));
        return new HttpGet(
                endpoint, target.tls() ? encrypted : TlsMode.NONE, HttpRequest.of(target.resource(), headers));
    }

    /** @throws IOException if no answer comes within {@code deadline}; says why */
    public Reply send(Deadline deadline) throws IOException {
        try (Connection connection = Connection.open(endpoint, tls, deadline)) {
            try {
                connection.send(request.bytes(endpoint.label()));
                HttpHead head = HttpHead.read(connection.input());
                byte[] body = HttpBody.read(head, connection.input());
                connection.awaitEnd();
                return new Reply(head.status(), body);
            } catch (IOException e) {
                throw Sentence.about(e, connection.peer(), deadline);
            }
        }
    }
}
