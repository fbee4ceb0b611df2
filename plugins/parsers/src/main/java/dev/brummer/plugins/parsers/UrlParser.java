package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Servers that say where they can be opened. That a URL stands in a line says nothing: what counts are the words before
 * it.
 */
final class UrlParser implements LogParser {
    /** What stands right before the URL; the words before that may say what listens there. */
    private static final List<String> ANNOUNCEMENTS = List.of(
            "listening on", "listening at", "listening on:", "listening at:",
            "running on", "running at", "running on:", "running at:",
            "server at", "server on", "started at", "started on", "ready on", "ready at", "available at",
            "available on", "available at:", "serving at", "serving on", "server ready at", "browser on", ", url:");

    /** What stands there alone, as a label. */
    private static final Set<String> LABELS = Set.of("local", "loopback");

    /** With one of these before it, it is no announcement. */
    private static final Set<String> DENIALS = Set.of(
            "not", "no", "nothing", "nobody", "none", "never", "stopped", "failed", "error", "cannot",
            "could", "waiting", "wait", "if", "whether", "until", "expected", "expecting", "upstream",
            "proxy", "proxying", "was", "were", "should", "must", "check", "already");
    private static final String BEHIND_URL = " \t\"'<>()[]{},;`";
    private static final int LONGEST_LEAD = 80;
    private static final String HTTP_SERVER = "Serving HTTP on ";

    @Override
    public List<String> needles() {
        return List.of(
                "listening on", "listening at", "listening and serving", "running on", "running at",
                "server at http", "server on http", "started at http", "started on http", "started on port",
                "ready on http", "ready at http", "available at", "available on",
                "serving at http", "serving on http", "serving http on", "browser on http", ", url: http",
                "local: ", "loopback: ", "http://localhost:", "https://localhost:");
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        String said = Said.in(line);
        int at = said.indexOf("http://");
        at = at < 0 ? said.indexOf("https://") : at;
        String url = at < 0 ? null : url(said, at);
        if (url != null) {
            found.accept(new Fact.UrlAnnounced(url));
        } else {
            StartedOnPort.urls(said, announced -> found.accept(new Fact.UrlAnnounced(announced)));
        }
    }

    private static @Nullable String url(String said, int at) {
        if (said.startsWith(HTTP_SERVER, Head.end(said)) && said.charAt(at - 1) == '(') {
            return whole(said, at);
        }
        int lead = at;
        while (lead > 0 && Scan.isBlank(said.charAt(lead - 1))) {
            lead--;
        }
        return isLabel(said, lead) || isAnnouncement(said, lead) ? whole(said, at) : null;
    }

    private static boolean isLabel(String said, int to) {
        int from = to - 1;
        while (from > 0 && Character.isLetter(said.charAt(from - 1))) {
            from--;
        }
        return from >= 0
                && said.charAt(to - 1) == ':'
                && LABELS.contains(said.substring(from, to - 1).toLowerCase(Locale.ROOT))
                && Head.covers(said, from);
    }

    private static boolean isAnnouncement(String said, int to) {
        for (String words : ANNOUNCEMENTS) {
            int from = to - words.length();
            if (from >= 0 && said.regionMatches(true, from, words, 0, words.length())) {
                int begin = Math.min(Head.end(said), from);
                String lead = said.substring(begin, from);
                return lead.length() <= LONGEST_LEAD && !isQuoted(lead) && !isDenied(lead);
            }
        }
        return false;
    }

    private static boolean isDenied(String lead) {
        for (String word : lead.toLowerCase(Locale.ROOT).split("[^a-z]")) {
            if (DENIALS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuoted(String lead) {
        return lead.indexOf('"') >= 0 || lead.indexOf('\'') >= 0 || lead.indexOf('`') >= 0;
    }

    /**
     * The URL that begins at {@code at}, without what ends a sentence; null if it has no host, or if the sentence asks.
     */
    private static @Nullable String whole(String said, int at) {
        int host = said.indexOf("://", at) + 3;
        // An IPv6 address is the one thing in brackets that belongs to a URL.
        int close = said.startsWith("[", host) ? said.indexOf(']', host) : -1;
        int end = close < 0 ? host : close + 1;
        while (end < said.length() && BEHIND_URL.indexOf(said.charAt(end)) < 0) {
            end++;
        }
        while (end > host && ".!".indexOf(said.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == host || said.charAt(end - 1) == '?' ? null : said.substring(at, end);
    }
}
