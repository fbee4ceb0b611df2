package dev.brummer.config.keys;

import dev.brummer.config.shape.Place;
import dev.brummer.config.shape.Reading;
import dev.brummer.config.shape.Schemas;
import dev.brummer.config.shape.Shape;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of plugins by plugin id; what they are is checked once the plugins are known. */
record PluginConfigShape() implements Shape<Mapping> {
    @Override
    public @Nullable Mapping read(Node node, Place place, Reading reading) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        reading.wrong(node, place, words());
        return null;
    }

    @Override
    public Node merge(Node low, Node high) {
        if (!(low instanceof Mapping below) || !(high instanceof Mapping above)) {
            return high;
        }
        Map<String, Entry> merged = new LinkedHashMap<>(below.entries());
        for (Map.Entry<String, Entry> entry : above.entries().entrySet()) {
            Entry under = merged.get(entry.getKey());
            Entry over = entry.getValue();
            if (over.value().isNull()) {
                merged.remove(entry.getKey());
            } else {
                merged.put(entry.getKey(), under == null ? over : under.with(options(under.value(), over.value())));
            }
        }
        return new Mapping(below.span(), merged);
    }

    private static Node options(Node low, Node high) {
        if (!(low instanceof Mapping below) || !(high instanceof Mapping above)) {
            return high;
        }
        Map<String, Entry> merged = new LinkedHashMap<>(below.entries());
        merged.putAll(above.entries());
        return new Mapping(below.span(), merged);
    }

    @Override
    public String words() {
        return "a map from plugin ids to options";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.of("$ref", "#/definitions/pluginConfig");
    }
}
