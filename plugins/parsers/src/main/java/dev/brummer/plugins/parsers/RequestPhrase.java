package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path in a line, and what the words around them make of it: {@code [a1b2c3] POST /api/orders - Start},
 * {@code GET /api 200 12.345 ms - 15}, or a line of an access log. Whole URLs are what a service asks of others.
 */
final class RequestPhrase {
    private static final String BEFORE = "Before request [";
    private static final int LONGEST_ID = 64;
    private static final int SHORTEST_PLAIN_ID = 6;

    private final String said;
    private final int from;
    private final int slash;
    private final int end;
    private final Optional<String> request;

    private RequestPhrase(String said, int from, int slash, int end, Optional<String> request) {
        this.said = said;
        this.from = from;
        this.slash = slash;
        this.end = end;
        this.request = request;
    }

    /**
     * The first one in what was said; null where there is none.
     *
     * @param request the id, where it is known from elsewhere
     */
    static @Nullable RequestPhrase in(String said, Optional<String> request) {
        for (int blank = said.indexOf(" /"); blank >= 0; blank = said.indexOf(" /", blank + 1)) {
            int from = Methods.before(said, blank);
            if (from >= 0) {
                return new RequestPhrase(said, from, blank + 1, endOfPath(said, blank + 1), request);
            }
        }
        return null;
    }

    private static int endOfPath(String said, int from) {
        int at = from;
        while (at < said.length() && !Scan.isBlank(said.charAt(at)) && said.charAt(at) != '"') {
            at++;
        }
        return at;
    }

    /** What it tells; null where that is nothing. */
    @Nullable Fact fact() {
        char before = from == 0 ? ' ' : said.charAt(from - 1);
        if (before == '"') {
            return AccessLine.fact(said, from, method(), path(), end);
        }
        if (before == '[') {
            return announced();
        }
        Scan scan = new Scan(said, end);
        if (scan.take(" HTTP/")) {
            scan.token();
            return AccessLine.isShort(said, from) ? answered(scan, AccessLine.shortClient(said, from)) : null;
        }
        if (!Head.covers(said, from)) {
            return null;
        }
        return scan.take(" - ") ? told(scan) : answered(scan, Optional.empty());
    }

    /** Spring's CommonsRequestLoggingFilter. What it says after the request has no status. */
    private @Nullable Fact announced() {
        int begin = from - BEFORE.length();
        if (!said.startsWith(BEFORE, begin) || !Head.covers(said, begin)) {
            return null;
        }
        int comma = said.indexOf(", ", end - 1);
        int close = said.indexOf(']', slash);
        int to = comma < 0 || close >= 0 && close < comma ? close : comma;
        return to < 0 ? null : new Fact.RequestStarted(request, method(), said.substring(slash, to));
    }

    /** Behind the dash: {@code Start}, or status and time. */
    private @Nullable Fact told(Scan scan) {
        if (scan.takeLast("Start")) {
            return new Fact.RequestStarted(id(), method(), path());
        }
        int status = scan.status();
        if (status < 0 || scan.atEnd()) {
            return status < 0 ? null : ended(id(), status, null, Optional.empty());
        }
        boolean bracket = scan.take(" (");
        Duration took = bracket ? scan.duration() : null;
        boolean complete = bracket && (took != null || scan.take("NaNms")) && scan.takeLast(")");
        return complete ? ended(id(), status, took, Optional.empty()) : null;
    }

    /** As morgan has it: {@code 200 12.3 ms - 15} (dev) or {@code 200 15 - 12.3 ms} (tiny and short). */
    private @Nullable Fact answered(Scan scan, Optional<String> client) {
        int status = scan.take(' ') ? scan.status() : -1;
        if (status < 0 || !scan.take(' ')) {
            return null;
        }
        double first = scan.take('-') ? -1 : scan.decimal();
        if (scan.take(" ms - ")) {
            boolean length = scan.take('-') || scan.number() >= 0;
            return length && scan.atEnd() ? ended(request, status, millis(first), client) : null;
        }
        if (!scan.take(" - ")) {
            return null;
        }
        double time = scan.take('-') ? -1 : scan.decimal();
        return scan.takeLast(" ms") ? ended(request, status, millis(time), client) : null;
    }

    static @Nullable Duration millis(double millis) {
        return millis < 0 || Double.isNaN(millis) ? null : Duration.ofNanos(Math.round(millis * 1e6));
    }

    private Fact ended(Optional<String> id, int status, @Nullable Duration took, Optional<String> client) {
        return new Fact.RequestEnded(id, method(), path(), status, Optional.ofNullable(took), client);
    }

    private String method() {
        return said.substring(from, slash - 1);
    }

    private String path() {
        return said.substring(slash, end);
    }

    /** What stands in brackets right before the method, if it looks like an id and not like a name. */
    private Optional<String> id() {
        int open = said.startsWith("] ", from - 2) ? said.lastIndexOf('[', from - 2) : -1;
        if (open < 0 || from - 3 - open > LONGEST_ID) {
            return request;
        }
        String word = said.substring(open + 1, from - 2);
        return looksLikeAnId(word) ? Optional.of(word) : request;
    }

    private static boolean looksLikeAnId(String word) {
        boolean digit = false;
        boolean hex = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-_.:".indexOf(c) < 0) {
                return false;
            }
            digit |= Scan.isDigit(c);
            hex &= Character.digit(c, 16) >= 0;
        }
        return digit || hex && word.length() >= SHORTEST_PLAIN_ID;
    }
}
