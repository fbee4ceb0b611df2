package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has the paths of a service begin at another folder than the one of the file that they stand in. */
final class Moved {
    private static final List<String> HOLDING_PATHS = List.of("build", "env_file", "volumes");

    private final String prefix;

    private Moved(String prefix) {
        this.prefix = prefix;
    }

    /** A service of a file in {@code there} for somebody in {@code here}. */
    static Mapping between(Path here, Path there, Mapping service) {
        String prefix = here.relativize(there).toString();
        return prefix.isEmpty() ? service : new Moved(prefix + "/").entries(service, HOLDING_PATHS);
    }

    private Mapping entries(Mapping map, List<String> keys) {
        Map<String, Entry> moved = new LinkedHashMap<>(map.entries());
        for (String key : keys) {
            moved.computeIfPresent(key, (_, entry) -> entry.with(moved(key, entry.value())));
        }
        return new Mapping(map.span(), moved);
    }

    private Node moved(String key, Node node) {
        return switch (node) {
            case Scalar path -> isRelative(key, path.text()) ? new Scalar(path.span(), prefix + path.text(), false) : path;
            case Sequence list -> new Sequence(list.span(), list.items().stream().map(item -> moved(key, item)).toList());
            case Mapping map -> entries(map, key.equals("volumes") ? List.of("source") : List.of("context", "path"));
        };
    }

    // A volume without a dot or slash before it is known by name, and is no path.
    private static boolean isRelative(String key, String path) {
        boolean mounts = key.equals("volumes") || key.equals("source");
        boolean elsewhere = path.startsWith("/") || path.startsWith("~") || path.startsWith("$") || path.contains("://");
        return mounts ? path.startsWith(".") : !elsewhere && !path.isEmpty();
    }
}
