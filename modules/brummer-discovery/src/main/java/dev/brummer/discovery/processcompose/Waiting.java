package dev.brummer.discovery.processcompose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a process waits for. */
final class Waiting {
    private final Mapping body;
    private final Others others;
    private final List<Leftover> leftovers;

    Waiting(Mapping body, Others others, List<Leftover> leftovers) {
        this.body = body;
        this.others = others;
        this.leftovers = leftovers;
    }

    ServiceSketch of(ServiceSketch service) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry on : Values.map(body, "depends_on").entries().values()) {
            entries.put(on.key().text(), new Entry(on.key(), says(on)));
        }
        return service.waitingFor(entries);
    }

    private Mapping says(Entry on) {
        Span at = on.key().span();
        Map<String, Entry> says = new LinkedHashMap<>();
        Mapping written = on.value() instanceof Mapping map ? map : Mapping.empty(at);
        String condition = Values.text(written, "condition").orElse("");
        String here = switch (condition) {
            case "process_started" -> "service_started";
            case "process_healthy" -> "service_healthy";
            case "process_completed", "process_completed_successfully" -> "service_completed_successfully";
            default -> "";
        };
        if (condition.equals("process_completed")) {
            left(Values.at(written, "condition"), "'" + on.key().text() + "' has to end well here, not just to end");
        } else if (here.isEmpty() && !condition.equals("process_log_ready")) {
            String unknown = "the condition '" + condition + "' is not known";
            String what = condition.isEmpty() ? "no condition is given" : unknown;
            left(at, what + ", so '" + on.key().text() + "' has to be ready");
        }
        if (!here.isEmpty()) {
            says.put("condition", Values.entry("condition", new Scalar(at, here, false)));
        }
        if (others.disabled().contains(on.key().text()) && !ProcessReader.isDisabled(body)) {
            says.put("required", Values.entry("required", new Scalar(at, "false", true)));
        }
        return new Mapping(at, says);
    }

    private void left(Span at, String what) {
        leftovers.add(new Leftover(at, what, ""));
    }
}
