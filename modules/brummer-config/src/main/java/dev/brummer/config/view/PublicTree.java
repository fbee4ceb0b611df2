package dev.brummer.config.view;

import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.secret.Redaction;
import dev.brummer.config.secret.Secrets;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree of a loaded project without its secrets: whatever a key says, and whatever a value is made of. */
final class PublicTree {
    /** Where the environment stands that services inherit, in a comparison. */
    static final String INHERITED = "inherited";

    private static final String HEADERS = "headers";

    private final Loaded loaded;
    private final Redaction redaction;

    PublicTree(Loaded loaded) {
        this.loaded = loaded;
        this.redaction = Redaction.of(loaded.project());
    }

    /** The whole tree. */
    Map<String, Object> of(Map<String, Object> tree) {
        return map(List.of(), tree);
    }

    /** What stands at that place of it. */
    @Nullable Object value(List<String> path, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> map(path, map);
            case List<?> list -> list.stream().map(each -> value(path, each)).toList();
            case String text -> text(path, text);
            case null, default -> value;
        };
    }

    private Map<String, Object> map(List<String> path, Map<?, ?> map) {
        Map<String, Object> shown = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(String.valueOf(key));
            shown.put(String.valueOf(key), value(inner, value));
        });
        return shown;
    }

    private String text(List<String> path, String text) {
        String key = path.isEmpty() ? "" : path.getLast();
        if (isOfEnvFile(path)) {
            return text.isEmpty() ? text : Secrets.MASK;
        }
        return redaction.text(key.equals(HEADERS) ? Secrets.header(text) : Secrets.masked(key, text));
    }

    private boolean isOfEnvFile(List<String> path) {
        return switch (path.size()) {
            case 2 -> path.getFirst().equals(INHERITED) && loaded.origins().isInheritedFromFile(path.getLast());
            case 4 -> path.getFirst().equals("services")
                    && path.get(2).equals("environment")
                    && loaded.origins().inEnvFile(new ServiceId(path.get(1)), path.getLast());
            default -> false;
        };
    }
}
