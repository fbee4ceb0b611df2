package dev.brummer.insight.view;

import dev.brummer.insight.id.IdShape;
import java.util.regex.Pattern;

/** Folds the paths of requests into routes: what differs from one request to the next becomes {@code :id}. */
final class RoutePath {
    private static final String ID = ":id";
    private static final int LONGEST = 200;
    private static final int LONGEST_SEGMENT = 60;
    private static final int SHORTEST_MIXED = 8;
    private static final Pattern PARTS = Pattern.compile("[-_.~]");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** As a part of more: {@code ORD-12345} and {@code 2026-11-22}, but not {@code area-51}. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{4,}");
    /** No name holds three numbers. */
    private static final Pattern MIXED = Pattern.compile("[A-Za-z]*+\\d++(?:[A-Za-z]++\\d++){2,}+[A-Za-z]*+");

    private RoutePath() {}

    /** {@code /api/orders/12345?full=1} is {@code /api/orders/:id}. */
    static String of(String path) {
        StringBuilder route = new StringBuilder();
        int end = end(path);
        for (int from = 0; from <= end; ) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            route.append(folded(path.substring(from, to)));
            if (to < end || slash == to) {
                route.append('/');
            }
            from = to + 1;
        }
        return route.length() <= LONGEST ? route.toString() : route.substring(0, LONGEST) + "…";
    }

    /** Where the query begins, or what else belongs to this request alone. */
    private static int end(String path) {
        for (int at = 0; at < path.length(); at++) {
            if ("?#;".indexOf(path.charAt(at)) >= 0) {
                return at;
            }
        }
        return path.length();
    }

    private static String folded(String segment) {
        return isId(segment) ? ID : segment;
    }

    private static boolean isId(String segment) {
        if (segment.length() > LONGEST_SEGMENT || segment.indexOf('@') > 0 || NUMBER.matcher(segment).matches()) {
            return true;
        }
        return IdShape.standsAlone(segment)
                || PARTS.splitAsStream(segment).anyMatch(RoutePath::isIdWithin);
    }

    private static boolean isIdWithin(String part) {
        return IdShape.standsAlone(part)
                || LONG_NUMBER.matcher(part).matches()
                || (part.length() >= SHORTEST_MIXED && MIXED.matcher(part).matches());
    }
}
