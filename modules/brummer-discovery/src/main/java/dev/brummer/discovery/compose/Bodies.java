package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as they stand in files whose shape nobody has checked. */
final class Bodies {
    private Bodies() {}

    /** The single value of a key; empty where there is none, or something else. */
    static Optional<Scalar> scalar(Mapping map, String key) {
        return map.value(key) instanceof Scalar scalar && !scalar.isNull() ? Optional.of(scalar) : Optional.empty();
    }

    static Optional<String> text(Mapping map, String key) {
        return scalar(map, key).map(Scalar::text);
    }

    /** What a list holds, or the value alone. */
    static List<Node> items(@Nullable Node node) {
        return node == null || node.isNull() ? List.of() : Merging.items(node);
    }

    static boolean isTrue(Mapping map, String key) {
        return text(map, key).filter("true"::equalsIgnoreCase).isPresent();
    }
}
