package dev.brummer.insight.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.insight.scan.UnitText;
import dev.brummer.logs.query.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the addresses and places in code that a line of plain text holds: {@code http://localhost:3000/x},
 * {@code src/pay.js:12}, {@code File "/app/a.py", line 3}. Immutable.
 */
public final class Links {
    private static final String EXTENSION = "(?:java|kts?|scala|groovy|[cm]?[jt]sx?|vue|svelte|py|go|rs|rb|php|cs|cc"
            + "|cpp|[ch]|swift|exs?|sql|ya?ml|json|toml|xml|html?|s?css|sh|md)";
    private static final String SEGMENT = "[\\w@.+-]{1,100}";
    private static final Pattern LINK = Pattern.compile("(?<url>https?://[^\\s\"'<>`|\\\\^{}]++)"
            + "|(?<=\\()(?:file://)?(?<inside>/[^()]{1,1000}):(?<row>\\d{1,7}):\\d{1,5}(?=\\))"
            + "|(?<![\\w@.+/-])(?:file://)?(?<path>(?:/|(?:" + SEGMENT + "/))(?:" + SEGMENT + "/){0,40}" + SEGMENT
            + "\\." + EXTENSION + "):(?<line>\\d{1,7})(?::\\d{1,5})?\\b"
            + "|\\bat (?:[\\w.@-]{1,100}/){0,2}(?<package>(?:[a-z_]\\w{0,60}\\.){0,20})"
            + "[\\w$]{1,100}\\.[\\w$<>]{1,100}\\((?<file>[\\w$]{1,100}\\.(?:java|kt|scala|groovy)):(?<at>\\d{1,7})\\)"
            + "|\"(?<quoted>/[^\"]{1,4000})\", line (?<number>\\d{1,7})\\b");
    // Longer lines are data, and nobody clicks in them.
    private static final int LONGEST = 8 << 10;
    private static final int MOST_LINES = 300;
    private static final String UNRESERVED = "-._~/";

    /** Knows of files only what lines say of them: those with an absolute path. */
    public static final Links ABSOLUTE = new Links(path -> Optional.empty());

    private final Function<String, Optional<Path>> files;
    private final Map<String, String> told;

    /**
     * @param files where a file is that a line names without saying where: by a path such as {@code src/pay.js}, or,
     *     for a call in Java, by that below the folder of its sources, {@code shop/Pay.java}; empty where that is not
     *     known
     */
    public Links(Function<String, Optional<Path>> files) {
        this(files, Map.of());
    }

    private Links(Function<String, Optional<Path>> files, Map<String, String> told) {
        this.files = files;
        this.told = told;
    }

    /**
     * Finds, beside what these find, a place as it is told in short.
     *
     * @param place such as {@code src/pay.js:12}
     * @param unit of whose lines one may name it in full
     */
    Links withPlace(String place, Unit unit) {
        int colon = place.lastIndexOf(':');
        if (colon < 0) {
            return this;
        }
        String end = encoded("/" + place.substring(0, colon), true) + "#" + place.substring(colon + 1);
        return UnitText.lines(unit, MOST_LINES).stream()
                .flatMap(line -> in(line).stream())
                .map(Link::uri)
                .filter(uri -> uri.endsWith(end))
                .findFirst()
                .map(uri -> new Links(files, Map.of(place, uri)))
                .orElse(this);
    }

    /**
     * A part of a line that leads somewhere.
     *
     * @param start where it begins, in chars
     * @param end where it ends
     */
    public record Link(int start, int end, String uri) {}

    /** The links in a line of plain text, in order. */
    public List<Link> in(String line) {
        List<Link> links = new ArrayList<>();
        if (line.length() > LONGEST) {
            return links;
        }
        Matcher matcher = LINK.matcher(line);
        while (matcher.find()) {
            if (matcher.group("url") != null) {
                int end = matcher.start() + endOfUrl(matcher.group("url"));
                links.add(new Link(matcher.start(), end, encoded(line.substring(matcher.start(), end), false)));
            } else {
                place(matcher).ifPresent(links::add);
            }
        }
        told.forEach((place, uri) -> addTold(line, place, uri, links));
        return links;
    }

    private static void addTold(String line, String place, String uri, List<Link> links) {
        int start = line.lastIndexOf(place);
        int end = start + place.length();
        if (start >= 0 && links.stream().allMatch(link -> link.end() <= start || link.start() >= end)) {
            links.add(new Link(start, end, uri));
            links.sort(Comparator.comparingInt(Link::start));
        }
    }

    /** The line with its links as those of a terminal. */
    public String linked(String line, Paint paint) {
        return linked(line, 0, line.length(), in(line), paint);
    }

    /** A part of a line with what of its links is in it. */
    static String linked(String line, int from, int to, List<Link> links, Paint paint) {
        var text = new StringBuilder();
        int at = from;
        for (Link link : links) {
            int start = Math.max(at, link.start());
            int end = Math.min(to, link.end());
            if (start < end) {
                text.append(line, at, start).append(paint.link(link.uri(), line.substring(start, end)));
                at = end;
            }
        }
        return text.append(line, at, to).toString();
    }

    /** Without the punctuation of the sentence around it. */
    private static int endOfUrl(String url) {
        int end = url.length();
        while (end > 0) {
            char last = url.charAt(end - 1);
            boolean unopened = (last == ')' && isUnopened(url, end, '(', ')'))
                    || (last == ']' && isUnopened(url, end, '[', ']'));
            if (!unopened && ".,;:!?*".indexOf(last) < 0) {
                return end;
            }
            end--;
        }
        return end;
    }

    private static boolean isUnopened(String url, int end, char open, char close) {
        String part = url.substring(0, end);
        return part.chars().filter(c -> c == close).count() > part.chars().filter(c -> c == open).count();
    }

    private Optional<Link> place(Matcher matcher) {
        if (matcher.group("quoted") != null) {
            return link(matcher.start("quoted"), matcher.end(), matcher.group("quoted"), matcher.group("number"));
        }
        if (matcher.group("inside") != null) {
            return link(matcher.start(), matcher.end(), matcher.group("inside"), matcher.group("row"));
        }
        if (matcher.group("file") != null) {
            String path = matcher.group("package").replace('.', '/') + matcher.group("file");
            return link(matcher.start("file"), matcher.end("at"), path, matcher.group("at"));
        }
        return link(matcher.start(), matcher.end(), matcher.group("path"), matcher.group("line"));
    }

    private Optional<Link> link(int start, int end, String path, String line) {
        Optional<String> file =
                path.startsWith("/") ? Optional.of(path) : files.apply(path).map(found -> found.toString());
        return file.map(absolute -> new Link(start, end, "file://" + encoded(absolute, true) + "#" + line));
    }

    private static String encoded(String text, boolean strictly) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            boolean plain = strictly ? letter || UNRESERVED.indexOf(b) >= 0 : b > ' ' && b < 0x7F;
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
        }
        return encoded.toString();
    }
}
