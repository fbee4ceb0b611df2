package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Dollars;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.spi.host.DurationText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a container's {@code healthcheck} into the words of {@code brummer.yaml}. */
final class HealthReader {
    private static final Pattern FETCH = Pattern.compile(
            "(?:curl|wget)\\s(?:[^;|&<>$`]*\\s)?[\"']?"
                    + "(?<url>https?://(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\])"
                    + "(?::(?<port>[0-9]{1,5}))?(?<path>/[^\\s\"';|&<>$`]*)?)[\"']?(?:\\s+-[^;|&<>$`]*)?"
                    + "(?:\\s*(?:\\|\\||;)\\s*exit 1)?\\s*");
    private static final Set<String> TIMES = Set.of("interval", "timeout", "start_period", "start_interval");

    private final Variables variables;
    private final List<Leftover> leftovers;

    HealthReader(Variables variables, List<Leftover> leftovers) {
        this.variables = variables;
        this.leftovers = leftovers;
    }

    /**
     * The check; empty where there is none.
     *
     * @param ports by those that containers see, those that the service listens on
     */
    Optional<Node> read(Node written, Map<Integer, Integer> ports) {
        if (!(written instanceof Mapping map) || Values.isTrue(map, "disable")) {
            return Optional.empty();
        }
        Node test = map.value("test");
        return test == null ? Optional.empty() : check(test, ports).map(check -> with(check, map));
    }

    private Optional<Entry> check(Node test, Map<Integer, Integer> ports) {
        if (test instanceof Scalar line) {
            return Optional.of(fetchOr(line.text(), line, ports));
        }
        List<String> words = Values.texts(test);
        String kind = words.isEmpty() ? "" : words.getFirst();
        return switch (kind) {
            case "NONE" -> Optional.empty();
            case "CMD-SHELL" -> {
                String line = String.join(" ", words.subList(1, words.size()));
                yield Optional.of(fetchOr(line, new Scalar(test.span(), line, false), ports));
            }
            case "CMD" -> Optional.of(fetchOr(String.join(" ", words.subList(1, words.size())), rest(test), ports));
            default -> {
                leftovers.add(new Leftover(test.span(), "this check is not understood", "write 'exec: …'"));
                yield Optional.empty();
            }
        };
    }

    private static Sequence rest(Node test) {
        List<Node> words = ((Sequence) test).items();
        return new Sequence(test.span(), words.subList(1, words.size()));
    }

    /** What fetches a page is a check of its own, which needs no program; all else is run as it stands. */
    private static Entry fetchOr(String line, Node command, Map<Integer, Integer> ports) {
        Matcher fetch = FETCH.matcher(line.strip());
        if (!fetch.matches()) {
            return Values.entry("exec", braced(command));
        }
        String url = fetch.group("url").replace("0.0.0.0", "127.0.0.1");
        String path = fetch.group("path") == null ? "/" : fetch.group("path");
        Integer inside = fetch.group("port") == null ? null : Integer.valueOf(fetch.group("port"));
        Integer here = inside == null ? null : ports.get(inside);
        if (here != null) {
            boolean first = here.equals(ports.values().iterator().next()) && url.startsWith("http:");
            url = first ? path : url.replaceFirst(":" + inside + "(?=/|$)", ":" + here);
        }
        return Values.entry("http", new Scalar(command.span(), url, false));
    }

    private static Node braced(Node command) {
        return switch (command) {
            case Scalar line -> new Scalar(line.span(), Dollars.inBraces(line.text()), false);
            case Sequence words ->
                new Sequence(words.span(), words.items().stream().map(HealthReader::braced).toList());
            case Mapping map -> map;
        };
    }

    private Node with(Entry check, Mapping map) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        entries.put(check.key().text(), check);
        for (Entry entry : map.entries().values()) {
            String key = entry.key().text();
            if (isTiming(key, entry.value())) {
                entries.put(key, entry.with(braced(entry.value())));
            } else if (!key.equals("test") && !key.equals("disable")) {
                Span at = entry.key().span();
                leftovers.add(new Leftover(at, "'" + key + "' of this healthcheck is not understood", ""));
            }
        }
        return new Mapping(map.span(), entries);
    }

    private boolean isTiming(String key, Node value) {
        String text = value instanceof Scalar scalar ? variables.resolve(scalar.text()).orElse("") : "";
        return TIMES.contains(key) ? isTime(key, text) : key.equals("retries") && text.matches("[1-9][0-9]{0,5}");
    }

    private static boolean isTime(String key, String text) {
        try {
            return DurationText.parse(text).isPositive() || key.equals("start_period");
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
