package dev.brummer.discovery.foreign;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays what a later file, or an extending service, says over what was said before, as Compose and its kin do. */
public final class Merging {
    private Merging() {}

    /** Services, or whatever else is known by name, each merged by itself. */
    public static Mapping services(Mapping low, Mapping high) {
        Map<String, Entry> merged = new LinkedHashMap<>(low.entries());
        high.entries().forEach((name, above) -> {
            Entry below = merged.get(name);
            if (below != null && below.value() instanceof Mapping under && above.value() instanceof Mapping over) {
                merged.put(name, below.with(service(under, over)));
            } else {
                merged.put(name, above);
            }
        });
        return new Mapping(low.span(), merged);
    }

    /** One of them: maps are merged, some lists are joined, and all else is replaced. */
    public static Mapping service(Mapping low, Mapping high) {
        Map<String, Entry> merged = new LinkedHashMap<>(low.entries());
        high.entries().forEach((key, above) -> {
            Entry below = merged.get(key);
            if (below == null) {
                merged.put(key, above);
            } else if (!above.value().isNull()) {
                merged.put(key, above.with(value(key, below.value(), above.value())));
            }
        });
        return new Mapping(high.span(), merged);
    }

    private static Node value(String key, Node low, Node high) {
        return switch (key) {
            case "command", "entrypoint", "test" -> high;
            case "environment", "labels", "annotations", "args", "extra_hosts", "sysctls" -> maps(assigned(low), assigned(high));
            case "depends_on", "networks" -> maps(named(low), named(high));
            case "build" -> maps(context(low), context(high));
            case "env_file", "dns", "tmpfs", "ports", "expose", "volumes" -> lists(low, high);
            default -> low instanceof Sequence && high instanceof Sequence ? lists(low, high) : maps(low, high);
        };
    }

    private static Node maps(Node low, Node high) {
        return low instanceof Mapping below && high instanceof Mapping above ? service(below, above) : high;
    }

    private static Node lists(Node low, Node high) {
        List<Node> both = new ArrayList<>(Values.items(low));
        both.addAll(Values.items(high));
        return new Sequence(high.span(), both);
    }

    /** A list of {@code NAME=value} as a map; one without a value has none. */
    public static Node assigned(Node node) {
        if (!(node instanceof Sequence list)) {
            return node;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (item instanceof Scalar text) {
                String[] parts = text.text().split("=", 2);
                Scalar key = new Scalar(text.span(), parts[0], true);
                boolean valued = parts.length > 1;
                entries.put(parts[0], new Entry(key, new Scalar(text.span(), valued ? parts[1] : "", !valued)));
            }
        }
        return new Mapping(list.span(), entries);
    }

    /** A list of names as a map from them to nothing. */
    public static Node named(Node node) {
        if (!(node instanceof Sequence list)) {
            return node;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Node item : list.items()) {
            if (item instanceof Scalar name) {
                entries.put(name.text(), new Entry(name, Mapping.empty(name.span())));
            }
        }
        return new Mapping(list.span(), entries);
    }

    /** A build's context alone as a map. */
    public static Node context(Node node) {
        return node instanceof Scalar path && !path.isNull()
                ? new Mapping(path.span(), Map.of("context", new Entry(new Scalar(path.span(), "context", true), path)))
                : node;
    }
}
