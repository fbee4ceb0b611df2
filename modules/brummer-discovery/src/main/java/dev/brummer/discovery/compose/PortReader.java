package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.sketch.Leftover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code ports} of a service: short and long forms, ranges, addresses. What is not TCP is left aside. */
final class PortReader {
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?<ip>\\[[^\\]]*\\]|[^/]*):)?(?<host>[0-9]*|[0-9]+-[0-9]+):(?<container>[0-9]+(-[0-9]+)?)(/(?<protocol>\\w+))?");
    private static final Pattern CONTAINER_ONLY = Pattern.compile("(?<container>[0-9]+(-[0-9]+)?)(/(?<protocol>\\w+))?");
    private static final int MOST = 1000;

    private final Variables variables;
    private final List<PortMapping> found = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();

    PortReader(Variables variables) {
        this.variables = variables;
    }

    List<PortMapping> found() {
        return found;
    }

    List<Leftover> leftovers() {
        return leftovers;
    }

    void read(@Nullable Node ports) {
        List<Node> items = switch (ports) {
            case null -> List.of();
            case Sequence list -> list.items();
            case Scalar one when one.isNull() -> List.of();
            case Scalar one -> List.of(one);
            case Mapping map -> List.of(map);
        };
        for (Node item : items) {
            boolean understood = switch (item) {
                case Scalar text -> variables.resolve(text.text()).filter(port -> shortForm(port, text.span())).isPresent();
                case Mapping map -> longForm(map);
                case Sequence _ -> false;
            };
            if (!understood) {
                leftovers.add(new Leftover(item.span(), "this is not understood as a published port", ""));
            }
        }
    }

    private boolean shortForm(String text, Span at) {
        Matcher whole = SHORT.matcher(text.strip());
        if (whole.matches()) {
            String ip = whole.group("ip");
            return add(ip == null ? "" : ip, whole.group("host"), whole.group("container"), whole.group("protocol"), at);
        }
        Matcher only = CONTAINER_ONLY.matcher(text.strip());
        return only.matches() && add("", "", only.group("container"), only.group("protocol"), at);
    }

    private boolean longForm(Mapping map) {
        String target = text(map, "target");
        return !target.isEmpty()
                && add(text(map, "host_ip"), text(map, "published"), target, text(map, "protocol"), map.span());
    }

    private String text(Mapping map, String key) {
        Optional<String> text = map.value(key) instanceof Scalar scalar && !scalar.isNull()
                ? variables.resolve(scalar.text())
                : Optional.empty();
        return text.orElse("");
    }

    private boolean add(String ip, String host, String container, @Nullable String protocol, Span at) {
        List<Integer> inside = range(container);
        List<Integer> outside = host.isEmpty() ? List.of() : range(host);
        if (inside.isEmpty() || (outside.isEmpty() && !host.isEmpty())) {
            return false;
        }
        boolean tcp = protocol == null || protocol.isEmpty() || protocol.equalsIgnoreCase("tcp");
        for (int i = 0; tcp && i < inside.size(); i++) {
            // A range of the machine for one port of the container leaves the choice to the engine.
            boolean known = outside.size() == inside.size();
            found.add(new PortMapping(
                    ip, known ? OptionalInt.of(outside.get(i)) : OptionalInt.empty(), inside.get(i), at));
        }
        return true;
    }

    /** The ports from the first to the last one; empty where they are none, or too many. */
    private static List<Integer> range(String text) {
        String[] ends = text.split("-", 2);
        int first = port(ends[0]);
        int last = port(ends[ends.length - 1]);
        List<Integer> ports = new ArrayList<>();
        for (int port = first; first > 0 && last - first < MOST && port <= last; port++) {
            ports.add(port);
        }
        return ports;
    }

    private static int port(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return port <= 65_535 ? port : 0;
    }
}
