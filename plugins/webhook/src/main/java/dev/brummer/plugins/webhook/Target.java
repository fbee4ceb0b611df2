package dev.brummer.plugins.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where batches go. Address and headers may hold secrets: {@link #name} is all that may be said. Immutable.
 *
 * @param headers by name, beside those that every batch has
 * @param timeout for a whole exchange
 */
record Target(URI address, Map<String, String> headers, Duration timeout) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E\\t]*[\\x21-\\x7E])?");
    private static final int LAST_PORT = 65_535;
    private static final String AUTHORIZATION = "Authorization";
    // What the client says itself.
    private static final Set<String> TAKEN =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

    Target {
        headers = Map.copyOf(headers);
    }

    /**
     * @param headers each as {@code Name: value}
     * @throws IllegalArgumentException if something of it cannot be used; the message tells no value
     */
    static Target of(String url, List<String> headers, Optional<String> authorization, Duration timeout) {
        if (timeout.toMillis() == 0) {
            throw new IllegalArgumentException("webhook: 'timeout' must be at least 1ms");
        }
        Map<String, String> byName = new LinkedHashMap<>();
        headers.forEach(header -> add(header, byName));
        authorization.ifPresent(value -> byName.put(AUTHORIZATION, value(AUTHORIZATION, value)));
        return new Target(address(url), byName, timeout);
    }

    private static URI address(String url) {
        URI address = uri(url);
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException("webhook: 'url' must not hold a password; give it as 'authorization'");
        }
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("http") || scheme.equals("https");
        if (!known || address.getHost() == null || address.getPort() == 0 || address.getPort() > LAST_PORT) {
            throw noAddress();
        }
        return address;
    }

    private static URI uri(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException _) {
            // Not as a cause either: it repeats the address, which may hold a secret.
            throw noAddress();
        }
    }

    private static IllegalArgumentException noAddress() {
        return new IllegalArgumentException(
                "webhook: 'url' must be a whole http or https address, as https://example.org/hook");
    }

    private static void add(String header, Map<String, String> byName) {
        int colon = header.indexOf(':');
        String name = colon < 0 ? "" : header.substring(0, colon).strip();
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("webhook: each of 'headers' must be written as 'Name: value'");
        }
        if (name.equalsIgnoreCase(AUTHORIZATION)) {
            throw new IllegalArgumentException(
                    "webhook: give Authorization as 'authorization', whose value comes from a variable");
        }
        if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("webhook: the header " + name + " cannot be set");
        }
        byName.put(name, value(name, header.substring(colon + 1)));
    }

    private static String value(String name, String given) {
        String value = given.strip();
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "webhook: the header " + name + " has no value, or one with characters that no header may have");
        }
        return value;
    }

    /** What may be said of the address: without path and query. */
    String name() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    @Override
    public String toString() {
        return name();
    }
}
