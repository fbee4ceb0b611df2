package dev.brummer.server;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the first line of a request asks for. Immutable.
 *
 * @param pieces of the path, each decoded by itself: what one of them holds never becomes two
 * @param query the parameters behind the question mark
 */
record Target(List<String> pieces, Map<String, List<String>> query) {
    Target {
        pieces = List.copyOf(pieces);
        query = Map.copyOf(query);
    }

    /** @throws Fault if it names another server, as requests to a proxy do */
    static Target of(URI uri) throws Fault {
        if (uri.isAbsolute() || uri.getRawAuthority() != null) {
            throw new Fault(400, "bad-target", "what is asked for has to begin with one slash");
        }
        String path = uri.getRawPath();
        // A plus sign stands for a blank behind the question mark alone.
        List<String> pieces = Arrays.stream(path.substring(Math.min(1, path.length())).split("/", -1))
                .map(piece -> decoded(piece.replace("+", "%2B")))
                .toList();
        return new Target(pieces, query(uri.getRawQuery()));
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String pair : raw.split("&")) {
                String[] both = pair.split("=", 2);
                query.computeIfAbsent(decoded(both[0]), _ -> new ArrayList<>())
                        .add(both.length == 2 ? decoded(both[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Not encoded as it should be: then it names nothing.
            return text;
        }
    }
}
