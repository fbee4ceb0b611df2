package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port that a command line says. */
final class PortFlags {
    private static final Pattern LONG = Pattern.compile(
            "(?:--port|(?:-D|--)server\\.port|-Dquarkus\\.http\\.port|-Dmicronaut\\.server\\.port)(?:=(.*))?");
    private static final Pattern WITHIN = Pattern.compile("(?:--|-D)server\\.port=([0-9]{2,5})\\b");
    private static final Map<String, Set<String>> SHORT = Map.ofEntries(
            Map.entry("next", Set.of("-p")), Map.entry("nuxt", Set.of("-p")), Map.entry("http-server", Set.of("-p")),
            Map.entry("json-server", Set.of("-p")), Map.entry("serve", Set.of("-l", "-p", "--listen")),
            Map.entry("flask", Set.of("-p")), Map.entry("puma", Set.of("-p")), Map.entry("rails", Set.of("-p")),
            Map.entry("rackup", Set.of("-p")), Map.entry("daphne", Set.of("-p")), Map.entry("php", Set.of("-S")),
            Map.entry("gunicorn", Set.of("-b", "--bind")), Map.entry("hypercorn", Set.of("-b", "--bind")));
    private static final Pattern ADDRESS = Pattern.compile("(?:.*:)?([0-9]+)");
    private static final Pattern VARIABLE = Pattern.compile("\"?\\$(?:\\{(\\w+)(?::?-([0-9]+))?\\}|(\\w+))\"?");

    private PortFlags() {}

    /** The value of a flag that says the port, or of what stands in its place. */
    static Optional<PortValue> of(List<String> words, String program, Span at) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            Matcher flag = LONG.matcher(word);
            if (flag.matches()) {
                return value(flag.group(1) == null ? next : flag.group(1), at.of(word, 0));
            }
            if (SHORT.getOrDefault(program, Set.of()).contains(word)) {
                return value(next, at.of(word, 0));
            }
            Matcher within = WITHIN.matcher(word);
            if (within.find()) {
                return value(within.group(1), at.of(within.group(), 0));
            }
            boolean served = word.equals("runserver") || (word.equals("http.server") && words.get(i - 1).equals("-m"));
            if (served && ADDRESS.matcher(next).matches()) {
                return value(next, at.of(word, 0));
            }
        }
        return Optional.empty();
    }

    private static Optional<PortValue> value(String text, Span at) {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.matches()) {
            String name = variable.group(1) == null ? variable.group(3) : variable.group(1);
            String otherwise = variable.group(2);
            OptionalInt port = otherwise == null ? OptionalInt.empty() : PortValue.parse(otherwise);
            return Optional.of(PortValue.of(name, port, at));
        }
        Matcher address = ADDRESS.matcher(text);
        OptionalInt port = address.matches() ? PortValue.parse(address.group(1)) : OptionalInt.empty();
        return port.isPresent() ? Optional.of(PortValue.fixed(port.getAsInt(), at)) : Optional.empty();
    }
}
