package dev.brummer.insight.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value for each key, until there are as many as may be: what comes then gets none, and is counted. For one thread.
 */
final class Capped<K, V> {
    private final Map<K, V> byKey = new LinkedHashMap<>();
    private final int most;
    private final Function<? super K, ? extends V> maker;
    private long refused;

    Capped(int most, Function<? super K, ? extends V> maker) {
        this.most = most;
        this.maker = maker;
    }

    /** The value of a key; empty where there are too many others. */
    Optional<V> of(K key) {
        V known = byKey.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        if (byKey.size() >= most) {
            refused++;
            return Optional.empty();
        }
        V made = maker.apply(key);
        byKey.put(key, made);
        return Optional.of(made);
    }

    /** In the order in which their keys came. */
    Collection<V> values() {
        return byKey.values();
    }

    /** How often a key came that has no value. */
    long refused() {
        return refused;
    }
}
