package dev.brummer.config;

import dev.brummer.config.keys.StageKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Faults;
import dev.brummer.core.model.StageId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what stages say of each other. */
final class StageReader {
    private final Map<String, Located<Section>> stages;

    StageReader(Map<String, Located<Section>> stages) {
        this.stages = stages;
    }

    Map<StageId, Set<StageId>> read(Faults faults) {
        Map<StageId, Set<StageId>> read = new LinkedHashMap<>();
        for (Map.Entry<String, Located<Section>> stage : stages.entrySet()) {
            Set<StageId> after = new LinkedHashSet<>();
            for (Located<String> earlier : after(stage.getValue())) {
                if (stages.containsKey(earlier.value())) {
                    after.add(new StageId(earlier.value()));
                } else {
                    String message = "there is no stage '" + earlier.value() + "'";
                    String hint = faults.hint(earlier.value(), stages.keySet());
                    faults.error("unknown-stage", message, earlier.span(), hint);
                }
            }
            read.put(new StageId(stage.getKey()), after);
        }
        return read;
    }

    /** Adds what the stages wait for to the graph, which knows their names. */
    void addTo(WaitGraph graph) {
        for (Map.Entry<String, Located<Section>> stage : stages.entrySet()) {
            for (Located<String> earlier : after(stage.getValue())) {
                graph.opensAfter(stage.getKey(), earlier.value(), earlier.span());
            }
        }
    }

    Set<String> names() {
        return stages.keySet();
    }

    private static List<Located<String>> after(Located<Section> stage) {
        return stage.value().get(StageKeys.AFTER, List.of());
    }
}
