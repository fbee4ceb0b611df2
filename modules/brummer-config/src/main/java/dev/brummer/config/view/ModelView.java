package dev.brummer.config.view;

import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.Origin;
import dev.brummer.config.Origins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A loaded project for somebody to read: everything merged, defaults filled in, profiles applied. Loaded again from the
 * same place, with the same environment, it is the same project, but for what is masked. Immutable.
 */
public final class ModelView {
    private final Loaded loaded;
    private final Map<String, Object> tree;

    private ModelView(Loaded loaded, Map<String, Object> tree) {
        this.loaded = loaded;
        this.tree = tree;
    }

    /** @param reveal whether secrets are shown instead of masked */
    public static ModelView of(Loaded loaded, boolean reveal) {
        Map<String, Object> tree = whole(loaded);
        return new ModelView(loaded, reveal ? tree : new PublicTree(loaded).of(tree));
    }

    static Map<String, Object> whole(Loaded loaded) {
        return ModelTree.of(loaded.project(), profile -> loaded.origins().declaredNodeEnv(profile));
    }

    /** The model as maps, lists, strings, numbers, booleans and nulls, for JSON. */
    public Map<String, Object> tree() {
        return tree;
    }

    /** @param origins whether each value is followed by where it comes from */
    public String yaml(boolean origins) {
        StringBuilder text = new StringBuilder();
        loaded.project().overrides().keySet().stream().sorted().forEach(name ->
                text.append("# --env ").append(name).append(" beats what is said of it here\n"));
        return text.append(YamlText.write(tree, origins ? this::origin : _ -> "")).toString();
    }

    /** Where each value comes from, by its path: {@code services.auth.command} to {@code brummer.yaml:12}. */
    public Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        collect(tree, new ArrayList<>(), origins);
        return origins;
    }

    private void collect(@Nullable Object value, List<String> path, Map<String, String> origins) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, inner) -> {
                path.add(String.valueOf(key));
                collect(inner, path, origins);
                path.removeLast();
            });
        } else {
            origins.put(String.join(".", path), origin(List.copyOf(path)));
        }
    }

    private String origin(List<String> path) {
        Origins origins = loaded.origins();
        boolean ofService = path.size() > 2 && path.getFirst().equals("services");
        Optional<Origin> origin = ofService
                ? origins.ofService(path.get(1), path.subList(2, path.size()))
                : origins.ofTop(path);
        return origin.map(Origin::toString).orElse("default");
    }
}
