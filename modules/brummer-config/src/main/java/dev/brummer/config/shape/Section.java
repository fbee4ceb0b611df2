package dev.brummer.config.shape;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map whose keys were read. What was wrong or left out has no value. */
public final class Section {
    private final Mapping node;
    private final Map<Key<?>, Object> values = new HashMap<>();

    Section(Mapping node) {
        this.node = node;
    }

    void put(Key<?> key, Object value) {
        values.put(key, value);
    }

    @SuppressWarnings("unchecked") // Only a key's own shape puts its value.
    public <T> @Nullable T get(Key<T> key) {
        return (T) values.get(key);
    }

    public <T> T get(Key<T> key, T fallback) {
        T value = get(key);
        return value == null ? fallback : value;
    }

    /** Whether the key is written and is not null, whatever became of its value. */
    public boolean has(Key<?> key) {
        Node value = node.value(key.name());
        return value != null && !value.isNull();
    }

    /** Where the key's value stands, or the whole section where it is left out. */
    public Span at(Key<?> key) {
        Node value = node.value(key.name());
        return value == null ? node.span() : value.span();
    }

    public Mapping node() {
        return node;
    }
}
