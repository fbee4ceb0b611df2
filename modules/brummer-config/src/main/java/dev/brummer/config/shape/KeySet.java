package dev.brummer.config.shape;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys that one kind of map may have. Immutable. */
public final class KeySet {
    private final Map<String, Key<?>> keys = new LinkedHashMap<>();
    private final Map<String, String> foreign = new HashMap<>();
    private final boolean extensible;

    private KeySet(boolean extensible, List<Key<?>> keys) {
        this.extensible = extensible;
        for (Key<?> key : keys) {
            this.keys.put(key.name(), key);
        }
    }

    public static KeySet of(Key<?>... keys) {
        return new KeySet(false, List.of(keys));
    }

    /** Keys beside which others that begin with {@code x-} may stand. */
    public static KeySet extensible(Key<?>... keys) {
        return new KeySet(true, List.of(keys));
    }

    /** The same keys, with advice for some that other tools have; key and advice in turn. */
    public KeySet foreign(String... advice) {
        KeySet with = new KeySet(extensible, List.copyOf(keys.values()));
        for (int i = 0; i < advice.length; i += 2) {
            with.foreign.put(advice[i], advice[i + 1]);
        }
        return with;
    }

    public @Nullable Key<?> key(String name) {
        return keys.get(name);
    }

    public Collection<Key<?>> all() {
        return Collections.unmodifiableCollection(keys.values());
    }

    public Collection<String> names() {
        return Collections.unmodifiableCollection(keys.keySet());
    }

    /** What to write instead of a key that another tool has. */
    public @Nullable String advice(String name) {
        return foreign.get(name);
    }

    public boolean isExtension(String name) {
        return extensible && name.startsWith("x-");
    }

    public boolean isExtensible() {
        return extensible;
    }
}
