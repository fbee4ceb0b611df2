package dev.brummer.discovery.compose;

import dev.brummer.config.Choice;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.compose.Graph.Edge;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Agreement;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a sketch of a Compose file: programs where that is possible, and tasks that start containers elsewhere. */
final class ComposeSketch {
    private final ComposeFile file;
    private final Path project;
    private final Path folder;
    private final Graph graph;
    private final List<Leftover> leftovers;
    private final Map<String, Placement> placements = new LinkedHashMap<>();
    private final Map<String, Ports.Claim> claims = new LinkedHashMap<>();

    ComposeSketch(ComposeFile file, LoadRequest request) {
        this.file = file;
        this.project = request.folder();
        this.folder = file.folder();
        this.graph = Graph.of(file);
        this.leftovers = new ArrayList<>(file.leftovers());
    }

    Sketch sketch() {
        place();
        Hosts hosts = new Hosts(reachable(), leftovers);
        ContainerTask containers = new ContainerTask(file.command(project), graph, here());
        Set<String> toComplete = graph.toComplete();
        List<ServiceSketch> services = new ArrayList<>();
        for (Map.Entry<String, Placement> placed : placements.entrySet()) {
            ComposeService service = file.service(placed.getKey());
            services.add(inProfiles(service, waiting(service, switch (placed.getValue()) {
                case Placement.Here place -> new HereService(service, project, folder, file.variables(), hosts, leftovers)
                        .sketch(place, claim(service), toComplete.contains(service.name()));
                case Placement.Container(var why) -> {
                    leftovers.add(why);
                    yield containers.of(service);
                }
            })));
        }
        return Agreement.of(new Sketch(file.source(), file.keys(), List.of(), services, distinct(), Choice.ALL));
    }

    // What an anchor or a service that is extended says stands there once, and is found in each that has it.
    private List<Leftover> distinct() {
        return leftovers.stream().distinct().toList();
    }

    private static ServiceSketch inProfiles(ComposeService service, ServiceSketch sketch) {
        List<String> valid = service.profiles().stream().filter(ServiceId::isValid).toList();
        Node written = service.body().value("profiles");
        return valid.isEmpty() || written == null ? sketch : sketch.with("profiles", valid, written.span(), "");
    }

    private Ports.Claim claim(ComposeService service) {
        Ports.Claim claim = claims.get(service.name());
        if (claim == null) {
            throw new IllegalStateException("no ports were chosen for " + service.name());
        }
        return claim;
    }

    private void place() {
        Placing placing = new Placing(project, folder, file.variables());
        Ports ports = new Ports(file, leftovers);
        for (ComposeService service : file.services().values()) {
            if (!ServiceId.isValid(service.name())) {
                leftovers.add(new Leftover(service.key().span(), "this name cannot name a service here", ""));
                continue;
            }
            Placement placement = placing.of(service);
            placements.put(service.name(), placement);
            if (placement instanceof Placement.Here) {
                claims.put(service.name(), ports.claim(service));
            }
        }
    }

    private Set<String> here() {
        return claims.keySet();
    }

    /** Where the names of services lead from this machine. */
    private Map<String, Map<Integer, Integer>> reachable() {
        Map<String, Map<Integer, Integer>> reachable = new LinkedHashMap<>();
        for (ComposeService service : file.services().values()) {
            Map<Integer, Integer> ports = new LinkedHashMap<>();
            if (claims.containsKey(service.name())) {
                ports.putAll(claim(service).inside());
            } else {
                service.ports().forEach(port ->
                        port.host().ifPresent(host -> ports.putIfAbsent(port.container(), host)));
            }
            reachable.put(service.name(), ports);
            Values.text(service.body(), "container_name").ifPresent(name -> reachable.putIfAbsent(name, ports));
            Values.text(service.body(), "hostname").ifPresent(name -> reachable.putIfAbsent(name, ports));
        }
        return reachable;
    }

    private ServiceSketch waiting(ComposeService service, ServiceSketch sketch) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Edge edge : graph.of(service.name()).values()) {
            entries.put(edge.on().text(), new Entry(edge.on(), says(service, edge)));
        }
        return sketch.waitingFor(entries);
    }

    private Mapping says(ComposeService service, Edge edge) {
        Map<String, Entry> says = new LinkedHashMap<>();
        boolean container = placements.get(edge.on().text()) instanceof Placement.Container;
        edge.condition()
                .filter(condition -> !container && isCondition(condition, edge))
                .ifPresent(condition -> put(says, "condition", condition, edge));
        if (!edge.required() || mayBeLeftOut(service, edge)) {
            put(says, "required", "false", edge);
        }
        if (edge.restart()) {
            put(says, "restart", "true", edge);
        }
        return new Mapping(edge.on().span(), says);
    }

    /** Whether there are profiles in which a service is there, and what it waits for is not. */
    private boolean mayBeLeftOut(ComposeService service, Edge edge) {
        ComposeService on = file.services().get(edge.on().text());
        return on != null
                && !on.profiles().isEmpty()
                && (service.profiles().isEmpty() || !on.profiles().containsAll(service.profiles()));
    }

    private boolean isCondition(String condition, Edge edge) {
        boolean known = switch (condition) {
            case "service_started", "service_healthy", "service_completed_successfully" -> true;
            default -> false;
        };
        if (!known) {
            leftovers.add(new Leftover(edge.on().span(), "the condition '" + condition + "' is not known", ""));
        }
        return known;
    }

    private static void put(Map<String, Entry> entries, String key, String value, Edge edge) {
        Span at = edge.on().span();
        entries.put(key, Values.entry(key, new Scalar(at, value, true)));
    }
}
