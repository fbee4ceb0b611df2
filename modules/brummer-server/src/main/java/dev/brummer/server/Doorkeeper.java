package dev.brummer.server;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides who comes in. A web page that a person has open can make their browser send requests to the loopback
 * interface, under a name of its own that points there (DNS rebinding): the name it asks for and the page it comes from
 * give it away, and it does not know the token.
 */
final class Doorkeeper {
    private static final String SCHEME = "Bearer ";

    private final byte[] token;
    private final Set<String> hosts;

    /** @param port the server's */
    Doorkeeper(String token, int port) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** @throws Fault if it is not let in */
    void admit(Headers headers) throws Fault {
        if (!hosts.contains(only(headers, "Host").toLowerCase(Locale.ROOT))) {
            throw new Fault(403, "foreign-host", "this server is asked for by its address alone: "
                    + String.join(" or ", hosts.stream().sorted().toList()));
        }
        String origin = only(headers, "Origin");
        if (headers.containsKey("Origin") && !hosts.contains(origin.toLowerCase(Locale.ROOT).replaceFirst("^http://", ""))) {
            throw new Fault(403, "foreign-origin", "pages from elsewhere may not ask this server");
        }
        String given = only(headers, "Authorization");
        byte[] shown = given.startsWith(SCHEME)
                ? given.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        // Takes as long for a wrong token as for a right one.
        if (!MessageDigest.isEqual(token, shown)) {
            throw new Fault(401, "no-token",
                    "every request needs the header Authorization: Bearer TOKEN, with the token of .brummer/control.json");
        }
    }

    /** The one value of a header; empty where there is none or where there are several. */
    private static String only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? values.getFirst() : "";
    }
}
