package dev.brummer.config;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names in a list, before anything is decoded: profiles must be known first. Names hold no variables. */
final class RawNames {
    private RawNames() {}

    static List<String> of(@Nullable Node map, String key) {
        if (!(map instanceof Mapping mapping) || !(mapping.value(key) instanceof Sequence list)) {
            return List.of();
        }
        List<String> names = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
            if (item instanceof Scalar scalar && !scalar.isNull()) {
                names.add(scalar.text());
            }
        }
        return names;
    }
}
