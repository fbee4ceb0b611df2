package dev.brummer.plugins.parsers;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Requests whose end is told without saying again what they were. So many are kept that none is missed that ends. */
final class OpenRequests {
    private static final int MOST = 1000;

    private final SequencedMap<String, Opened> opened = new LinkedHashMap<>();

    /** What was asked. */
    record Opened(String method, String path) {}

    void opened(String key, String method, String path) {
        opened.remove(key);
        opened.put(key, new Opened(method, path));
        if (opened.size() > MOST) {
            opened.pollFirstEntry();
        }
    }

    /** What was asked under that key; it is forgotten. */
    @Nullable Opened ended(String key) {
        return opened.remove(key);
    }
}
