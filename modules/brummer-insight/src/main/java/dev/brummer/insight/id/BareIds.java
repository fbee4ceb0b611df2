package dev.brummer.insight.id;

import java.util.regex.Pattern;

/**
 * Finds ids that no word names: what stands in brackets and can be nothing else, UUIDs, and W3C's trace parents.
 */
final class BareIds {
    // Ids in brackets are at the head, behind times, levels and loggers.
    private static final int HEAD = 240;
    private static final int UUID = 36;
    private static final int SHORTEST_NUMBER = 6;
    private static final Pattern REQUEST_LINE =
            Pattern.compile("\\] (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) /");

    private BareIds() {}

    static void add(String text, Found found) {
        addBracketed(text, found);
        for (int at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
            addAround(text, at, found);
        }
    }

    private static void addBracketed(String text, Found found) {
        int open = text.indexOf('[');
        while (open >= 0 && open < HEAD) {
            int close = text.indexOf(']', open);
            if (close < 0) {
                return;
            }
            addParts(text, open + 1, close, found);
            open = text.indexOf('[', open + 1);
        }
    }

    /** {@code [a1b2c3]}, and Spring's {@code [orders,5f3a…,77b1…]}: the first part that is an id. */
    private static void addParts(String text, int from, int to, Found found) {
        int start = from;
        while (start < to) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 || comma > to ? to : comma;
            String part = text.substring(start, end);
            if (IdShape.isTraceAndSpan(part)) {
                found.add("trace", FoundId.Role.REQUEST, start, start + TraceParent.SPAN - 1 - TraceParent.TRACE);
                return;
            }
            if (IdShape.standsAlone(part) || isNumberOfRequest(text, part, end)) {
                found.add(start == from ? "request" : "trace", FoundId.Role.REQUEST, start, end);
                return;
            }
            start = end + 1;
        }
    }

    /** Some ids of letters and digits are all digits by chance; a request line behind it tells one from a process. */
    private static boolean isNumberOfRequest(String text, String part, int end) {
        return part.length() >= SHORTEST_NUMBER
                && part.chars().allMatch(c -> IdShape.isDigit((char) c))
                && REQUEST_LINE.matcher(text).region(end, text.length()).lookingAt();
    }

    /** Looks whether the first dash of a UUID or of a trace parent is at {@code dash}. */
    private static void addAround(String text, int dash, Found found) {
        int start = dash - 8;
        if (isAlone(text, start, start + UUID) && IdShape.isUuid(text.substring(start, start + UUID))) {
            if (text.substring(0, start).chars().noneMatch(Character::isLowerCase)) {
                found.add("request", FoundId.Role.REQUEST, start, start + UUID);
            } else {
                found.add("uuid", FoundId.Role.LINK, start, start + UUID);
            }
        }
        start = dash - 2;
        if (isAlone(text, start, start + TraceParent.LENGTH)
                && TraceParent.is(text.substring(start, start + TraceParent.LENGTH))) {
            found.add("trace", FoundId.Role.REQUEST, start + TraceParent.TRACE, start + TraceParent.SPAN - 1);
        }
    }

    private static boolean isAlone(String text, int start, int end) {
        return start >= 0
                && end <= text.length()
                && (start == 0 || !IdShape.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !IdShape.isLetterOrDigit(text.charAt(end)));
    }
}
