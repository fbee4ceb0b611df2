package dev.brummer.discovery.processcompose;

import dev.brummer.config.Choice;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Agreement;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a sketch of a whole file. */
final class ProcessSketch {
    static final String PROCESSES = "processes";
    private static final String ENVIRONMENT = "environment";
    private static final String DEFAULT_NAMESPACE = "default";

    private final Mapping root;
    private final LoadRequest request;
    private final List<Leftover> leftovers = new ArrayList<>();

    ProcessSketch(Mapping root, LoadRequest request) {
        this.root = root;
        this.request = request;
    }

    Sketch sketch() {
        Map<String, Mapping> processes = processes();
        Others others = Others.of(processes, root);
        Shell shell = Shell.of(root);
        List<ServiceSketch> services = new ArrayList<>();
        Map<String, List<ServiceId>> groups = new LinkedHashMap<>();
        processes.forEach((name, body) -> {
            Span at = Values.at(Values.map(root, PROCESSES), name);
            ServiceSketch blank = ServiceSketch.named(new ServiceId(name), at);
            Optional<ServiceSketch> service = new ProcessReader(body, others, shell, request, leftovers).read(blank);
            service.ifPresent(services::add);
            service.ifPresent(read -> namespace(body).ifPresent(
                    group -> groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(read.id())));
        });
        Map<String, Said> keys = new LinkedHashMap<>();
        root.entries().values().forEach(entry -> top(entry, keys));
        List<Leftover> distinct = leftovers.stream().distinct().toList();
        return Agreement.of(new Sketch(
                root.span().file(), keys, List.of(), services, distinct, new Choice(groups, Optional.empty(), Map.of(), false)));
    }

    private Map<String, Mapping> processes() {
        Map<String, Mapping> processes = new LinkedHashMap<>();
        for (Entry entry : Values.map(root, PROCESSES).entries().values()) {
            if (entry.value() instanceof Mapping body && ServiceId.isValid(entry.key().text())) {
                processes.put(entry.key().text(), body);
            } else {
                leftovers.add(new Leftover(entry.key().span(), "this is not understood as a process", ""));
            }
        }
        return processes;
    }

    private static Optional<String> namespace(Mapping body) {
        return Values.text(body, "namespace")
                .filter(name -> !name.equals(DEFAULT_NAMESPACE) && ServiceId.isValid(name));
    }

    private void top(Entry entry, Map<String, Said> keys) {
        String key = entry.key().text();
        switch (key) {
            case PROCESSES, "version", "shell", "log_level", "log_length", "is_tui_disabled", "is_strict" -> {
                // They are read elsewhere, or are about how process-compose itself behaves.
            }
            case ENVIRONMENT -> {
                Node variables = Texts.carried(entry.value());
                if (!Values.items(variables).isEmpty()) {
                    keys.put(ENVIRONMENT, new Said(variables, ""));
                }
            }
            case "log_location", "log_configuration", "log_format" ->
                left(entry, "everything is stored; 'sinks' writes it to a file of its own too");
            case "vars" -> left(entry, "write them as 'environment', and ${NAME} where they are used");
            case "extends" -> left(entry, "import that file, too, and give both with --file");
            case "env_cmds" -> left(entry, "write what the commands print into an env file");
            default -> {
                if (!key.startsWith("x-")) {
                    left(entry, "");
                }
            }
        }
    }

    private void left(Entry entry, String instead) {
        leftovers.add(new Leftover(entry.key().span(), "'" + entry.key().text() + "' is left out", instead));
    }
}
