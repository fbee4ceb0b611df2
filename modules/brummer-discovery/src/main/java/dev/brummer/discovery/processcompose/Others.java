package dev.brummer.discovery.processcompose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.discovery.foreign.Values;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one process has to know of the others.
 *
 * @param toComplete those that others wait for until they have ended
 * @param disabled those that nobody starts but a person
 * @param ports how many probes ask each port
 * @param templates whether texts are templates, in which variables of the file are replaced
 */
record Others(Set<String> toComplete, Set<String> disabled, Map<String, Integer> ports, boolean templates) {
    static Others of(Map<String, Mapping> processes, Mapping root) {
        Set<String> toComplete = new HashSet<>();
        Set<String> disabled = new HashSet<>();
        Map<String, Integer> ports = new HashMap<>();
        processes.forEach((name, body) -> {
            for (Entry on : Values.map(body, "depends_on").entries().values()) {
                boolean completes = on.value() instanceof Mapping says
                        && Values.text(says, "condition").orElse("").startsWith("process_completed");
                if (completes) {
                    toComplete.add(on.key().text());
                }
            }
            if (ProcessReader.isDisabled(body)) {
                disabled.add(name);
            }
            Probe.ports(body).forEach(port -> ports.merge(port, 1, Integer::sum));
        });
        boolean templates = root.entry("vars") != null
                || processes.values().stream().anyMatch(body -> body.entry("vars") != null);
        return new Others(toComplete, disabled, ports, templates);
    }
}
