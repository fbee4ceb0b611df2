package dev.brummer.plugins.checks.http;

import dev.brummer.plugins.checks.net.Endpoint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a GET is sent to.
 *
 * @param endpoint whom to ask; empty for the first port of the service
 * @param tls whether the connection is encrypted
 * @param resource path and query as sent
 */
record HttpTarget(Optional<Endpoint> endpoint, boolean tls, String resource) {
    /** Reads {@code /health} or {@code http://127.0.0.1:3001/health}. */
    static HttpTarget parse(String url) {
        String text = url.strip();
        boolean path = text.startsWith("/");
        URI uri = uri(path ? "http://localhost" + text : text, url);
        if (path) {
            return new HttpTarget(Optional.empty(), false, resource(uri));
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getRawAuthority() == null) {
            throw neither(url);
        }
        boolean tls = scheme.equals("https");
        return new HttpTarget(Optional.of(endpoint(uri.getRawAuthority(), tls ? 443 : 80)), tls, resource(uri));
    }

    /** Whom to ask, given the first port of the service; empty if the target needs one and there is none. */
    Optional<Endpoint> endpoint(OptionalInt firstPort) {
        return endpoint.isPresent() || firstPort.isEmpty()
                ? endpoint
                : Optional.of(Endpoint.local(firstPort.getAsInt()));
    }

    private static Endpoint endpoint(String authority, int defaultPort) {
        if (authority.contains("@")) {
            throw new IllegalArgumentException(
                    "a URL with credentials is not supported; write headers: ['Authorization: Basic …']");
        }
        return Endpoint.parse(authority.matches(".*:\\d+") ? authority : authority + ":" + defaultPort);
    }

    private static String resource(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static URI uri(String text, String asWritten) {
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            throw neither(asWritten);
        }
    }

    private static IllegalArgumentException neither(String url) {
        return new IllegalArgumentException(
                "'" + url + "' is neither a path like /health nor a URL like http://127.0.0.1:3001/health");
    }
}
