package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.discovery.sketch.Leftover;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the names by which containers know each other lead for a program that runs on this machine: to the port that is
 * published here, or that the other program itself listens on.
 */
final class Hosts {
    private static final Pattern NAMES_A_HOST =
            Pattern.compile("(.*[_.-])?(host|hostname|server|addr|address)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMES_A_PORT = Pattern.compile("(.*[_.-])?port", Pattern.CASE_INSENSITIVE);
    private static final String THIS_MACHINE = "localhost";
    private static final Map<String, Integer> USUAL_PORTS = Map.ofEntries(
            Map.entry("http", 80), Map.entry("https", 443), Map.entry("postgres", 5432), Map.entry("postgresql", 5432),
            Map.entry("mysql", 3306), Map.entry("mariadb", 3306), Map.entry("mongodb", 27_017), Map.entry("redis", 6379),
            Map.entry("amqp", 5672), Map.entry("nats", 4222), Map.entry("ldap", 389), Map.entry("smtp", 25));

    private final Map<String, Map<Integer, Integer>> reachable;
    private final List<Leftover> leftovers;

    /** @param reachable by the names of services, ports of this machine by the ports that containers see */
    Hosts(Map<String, Map<Integer, Integer>> reachable, List<Leftover> leftovers) {
        this.reachable = new LinkedHashMap<>(reachable);
        this.leftovers = leftovers;
    }

    /**
     * A text with every address in it as it is from here.
     *
     * @param what what the text is, for a message, which must not show it: it may hold a password
     * @param at a place that does not show it either
     */
    String addresses(String text, String what, Span at) {
        String changed = text;
        if (text.indexOf(':') < 0) {
            return text;
        }
        for (Map.Entry<String, Map<Integer, Integer>> target : reachable.entrySet()) {
            if (changed.contains(target.getKey())) {
                changed = new Target(target.getKey(), target.getValue(), what, at).in(changed);
            }
        }
        return changed;
    }

    /** One name that is looked for. */
    private final class Target {
        private final String name;
        private final Map<Integer, Integer> ports;
        private final String what;
        private final Span at;

        Target(String name, Map<Integer, Integer> ports, String what, Span at) {
            this.name = name;
            this.ports = ports;
            this.what = what;
            this.at = at;
        }

        String in(String text) {
            String host = Pattern.quote(name);
            String withPort = Pattern.compile("(?<![\\w.-])" + host + ":([0-9]{1,5})(?![\\w@])")
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(withPort(found)));
            return Pattern.compile("(?:\\b([a-z][a-z0-9]*)(?:\\+[a-z0-9]+)?://(?:[^/@\\s]*@)?)" + host + "(?=[/?\\s]|$)")
                    .matcher(withPort)
                    .replaceAll(found -> Matcher.quoteReplacement(usualPort(found)));
        }

        private String withPort(MatchResult found) {
            Integer here = ports.get(Integer.valueOf(found.group(1)));
            return here == null ? unreachable(found.group(), name, what, at) : THIS_MACHINE + ":" + here;
        }

        /** Without a port the protocol's own is meant. */
        private String usualPort(MatchResult found) {
            String before = found.group().substring(0, found.group().length() - name.length());
            Integer usual = USUAL_PORTS.get(found.group(1).toLowerCase(Locale.ROOT));
            if (usual == null && ports.size() == 1) {
                usual = ports.keySet().iterator().next();
            }
            @Nullable Integer here = usual == null ? null : ports.get(usual);
            if (usual == null || here == null) {
                return unreachable(found.group(), name, what, at);
            }
            return before + THIS_MACHINE + (here.equals(usual) ? "" : ":" + here);
        }
    }

    private String unreachable(String written, String name, String what, Span at) {
        leftovers.add(new Leftover(
                at,
                what + " names the container '" + name + "', whose port is not published on this machine",
                "publish it under 'ports' in the Compose file, and write localhost with that port here"));
        return written;
    }

    /** The value of a variable as it is from here. */
    String variable(String variable, String value, Map<String, String> others, Span at) {
        Map<Integer, Integer> ports = reachable.get(value);
        if (ports != null && NAMES_A_HOST.matcher(variable).matches()) {
            return ports.isEmpty() ? unreachable(value, value, variable, at) : THIS_MACHINE;
        }
        if (NAMES_A_PORT.matcher(variable).matches()) {
            return portBeside(variable, value, others).orElse(value);
        }
        return addresses(value, variable, at);
    }

    /** {@code DB_PORT} beside a {@code DB_HOST} that is a container. */
    private Optional<String> portBeside(String variable, String value, Map<String, String> others) {
        String stem = variable.substring(0, variable.length() - "PORT".length());
        if (stem.isEmpty() || !value.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        return others.entrySet().stream()
                .filter(other -> other.getKey().startsWith(stem) && NAMES_A_HOST.matcher(other.getKey()).matches())
                .map(other -> reachable.getOrDefault(other.getValue(), Map.of()).get(Integer.valueOf(value)))
                .filter(here -> here != null)
                .map(here -> Integer.toString(here))
                .findFirst();
    }
}
