package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which folders of this machine a container sees, by where it sees them. Immutable. */
record Mounts(Map<String, String> folders) {
    static Mounts of(ComposeService service, Variables variables) {
        Map<String, String> folders = new LinkedHashMap<>();
        for (Node item : Values.items(service.body().value("volumes"))) {
            switch (item) {
                case Scalar text -> variables.resolve(text.text()).ifPresent(mount -> shortForm(mount, folders));
                case Mapping map -> longForm(map, variables, folders);
                default -> {
                    // No list is a mount.
                }
            }
        }
        return new Mounts(folders);
    }

    private static void shortForm(String mount, Map<String, String> folders) {
        String[] parts = mount.split(":", 3);
        if (parts.length > 1) {
            put(parts[0], parts[1], folders);
        }
    }

    private static void longForm(Mapping map, Variables variables, Map<String, String> folders) {
        Optional<String> source = Values.text(map, "source").flatMap(variables::resolve);
        Optional<String> target = Values.text(map, "target").flatMap(variables::resolve);
        if (source.isPresent() && target.isPresent()) {
            put(source.get(), target.get(), folders);
        }
    }

    // What does not begin so is the name of a volume.
    private static void put(String source, String target, Map<String, String> folders) {
        if (source.startsWith(".") || source.startsWith("/")) {
            folders.put(withoutSlash(target), source);
        }
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path on this machine of what a container sees at {@code path}; empty where it is the image's own. */
    Optional<String> onThisMachine(String path) {
        String inside = withoutSlash(path);
        for (String target = inside; !target.isEmpty(); target = target.substring(0, Math.max(0, target.lastIndexOf('/')))) {
            String source = folders.get(target);
            if (source != null) {
                return Optional.of(source + inside.substring(target.length()));
            }
        }
        return Optional.empty();
    }
}
