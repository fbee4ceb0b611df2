package dev.brummer.config.yaml;

import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping.Entry;
import java.util.Map;

/** The merge key {@code <<}: what it names lies under the map's own keys; of several maps an earlier one wins. */
final class Merges {
    private Merges() {}

    static void into(Map<String, Entry> entries, Entry merge, Faults faults) {
        switch (merge.value()) {
            case Mapping mapping -> add(entries, mapping);
            case Sequence sequence -> {
                for (Node item : sequence.items()) {
                    if (item instanceof Mapping mapping) {
                        add(entries, mapping);
                    } else {
                        refuse(item, faults);
                    }
                }
            }
            case Scalar scalar -> refuse(scalar, faults);
        }
    }

    private static void add(Map<String, Entry> entries, Mapping mapping) {
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            entries.putIfAbsent(entry.getKey(), entry.getValue());
        }
    }

    private static void refuse(Node node, Faults faults) {
        faults.error(
                "merge", "'<<' takes a map or a list of maps, not " + node.kind(), node.span(), "as '<<: *anchor'");
    }
}
