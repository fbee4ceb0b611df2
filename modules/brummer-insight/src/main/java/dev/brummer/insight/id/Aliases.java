package dev.brummer.insight.id;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Several ids of one request. For one thread. */
public final class Aliases {
    private final Map<String, String> parents = new HashMap<>();

    /** Learns that these are ids of one request. */
    public void join(Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        String root = root(keys.iterator().next());
        for (String key : keys) {
            parents.put(root(key), root);
        }
    }

    /** One id for all aliases of a key; the key itself where it has none. */
    public String root(String key) {
        String root = key;
        for (String parent = parents.get(root); parent != null && !parent.equals(root); parent = parents.get(root)) {
            root = parent;
        }
        return root;
    }
}
