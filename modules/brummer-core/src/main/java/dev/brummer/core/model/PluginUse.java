package dev.brummer.core.model;

import java.util.LinkedHashMap;
import java.util.Collections;
import java.util.Map;

/**
 * A plugin named in the file, with the options it gets there: a check or a sink.
 *
 * @param kind the plugin's id: {@code http}, {@code jsonl}
 * @param options by name, in the order of the file; a bare value stands under the kind's scalar option
 */
public record PluginUse(String kind, Map<String, OptionValue> options) {
    public PluginUse {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
