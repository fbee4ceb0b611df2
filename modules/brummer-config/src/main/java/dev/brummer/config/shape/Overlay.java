package dev.brummer.config.shape;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays one map over another: keys of both merge as their shape says, and null removes. */
final class Overlay {
    private Overlay() {}

    static Mapping of(Mapping low, Mapping high, Function<String, @Nullable Shape<?>> shapes) {
        Map<String, Entry> merged = new LinkedHashMap<>(low.entries());
        for (Map.Entry<String, Entry> above : high.entries().entrySet()) {
            String name = above.getKey();
            Entry below = merged.get(name);
            Shape<?> shape = shapes.apply(name);
            if (below == null || shape == null) {
                merged.put(name, above.getValue());
            } else if (above.getValue().value().isNull()) {
                merged.remove(name);
            } else {
                merged.put(name, merge(shape, below, above.getValue()));
            }
        }
        return new Mapping(low.span(), merged);
    }

    // The key that told of the thing first stays the one that faults of the whole thing point to.
    private static Entry merge(Shape<?> shape, Entry below, Entry above) {
        var value = shape.merge(below.value(), above.value());
        return value == above.value() ? above : below.with(value);
    }
}
