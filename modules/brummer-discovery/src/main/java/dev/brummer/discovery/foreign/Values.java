package dev.brummer.discovery.foreign;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values as they stand in files whose shape nobody has checked. */
public final class Values {
    private Values() {}

    /** The single value of a key; empty where there is none, or something else. */
    public static Optional<Scalar> scalar(Mapping map, String key) {
        return map.value(key) instanceof Scalar scalar && !scalar.isNull() ? Optional.of(scalar) : Optional.empty();
    }

    public static Optional<String> text(Mapping map, String key) {
        return scalar(map, key).map(Scalar::text);
    }

    /** The map of a key; an empty one where there is none. */
    public static Mapping map(Mapping map, String key) {
        return map.value(key) instanceof Mapping inner ? inner : Mapping.empty(map.span());
    }

    /** What a list holds, or the value alone. */
    public static List<Node> items(@Nullable Node node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        return node instanceof Sequence list ? list.items() : List.of(node);
    }

    /** The single values of a list, or the value alone. */
    public static List<String> texts(@Nullable Node node) {
        return items(node).stream().filter(Scalar.class::isInstance).map(item -> ((Scalar) item).text()).toList();
    }

    public static boolean isTrue(Mapping map, String key) {
        return text(map, key).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Where a key stands; where the map does, if there is none. */
    public static Span at(Mapping map, String key) {
        Entry entry = map.entry(key);
        return entry == null ? map.span() : entry.key().span();
    }

    /** A key with its value, at one place. */
    public static Entry entry(String key, Node value) {
        return new Entry(new Scalar(value.span(), key, true), value);
    }

    /** A map of one key. */
    public static Mapping only(String key, Node value) {
        return new Mapping(value.span(), Map.of(key, entry(key, value)));
    }
}
