package dev.brummer.config.yaml;

import dev.brummer.config.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A map. Not to be changed once it is made.
 *
 * @param entries by key, in the order of the file
 */
public record Mapping(Span span, Map<String, Entry> entries) implements Node {
    /**
     * A key with its value.
     *
     * @param again where the key stands once more, should this map be the long form of a list
     */
    public record Entry(Scalar key, Node value, List<Scalar> again) {
        public Entry(Scalar key, Node value) {
            this(key, value, List.of());
        }

        public Entry with(Node other) {
            return new Entry(key, other, again);
        }

        /** The same entry, whose key stands once more. */
        public Entry repeated(Scalar there) {
            return new Entry(key, value, Stream.concat(again.stream(), Stream.of(there)).toList());
        }
    }

    public static Mapping empty(Span span) {
        return new Mapping(span, Map.of());
    }

    public @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    public @Nullable Node value(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** The same map without some keys. */
    public Mapping without(Iterable<String> keys) {
        Map<String, Entry> left = new LinkedHashMap<>(entries);
        for (String key : keys) {
            left.remove(key);
        }
        return new Mapping(span, left);
    }

    @Override
    public String kind() {
        return "a map";
    }
}
