package dev.brummer.discovery.evidence;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes ports and a health check for services of which nothing says any, by what their files say. */
public final class Evidence {
    private static final String PORTS = "ports";
    private static final String HEALTH = "healthcheck";

    private Evidence() {}

    /**
     * A sketch with what was seen of each of its services. A port that several listen on is claimed by one alone: by one
     * that is asked for, if there is one.
     *
     * @param faults told where two of them are asked for
     */
    public static Sketch of(Sketch sketch, LoadRequest request, Faults faults) {
        Map<ServiceId, ServiceSketch> seen = new LinkedHashMap<>();
        sketch.services().forEach(service -> seen.put(service.id(), of(service, request)));
        Asked asked = Asked.of(sketch, request.named());
        Map<String, ServiceSketch> owners = new HashMap<>();
        sketch.services().forEach(service -> texts(service).forEach(port -> owners.putIfAbsent(port, service)));
        asked.first(seen.values()).forEach(service -> texts(service).forEach(port -> owners.putIfAbsent(port, service)));
        return sketch.with(sketch.services().stream()
                .map(service -> owned(service, found(seen, service), owners, asked, faults))
                .toList());
    }

    private static ServiceSketch found(Map<ServiceId, ServiceSketch> seen, ServiceSketch service) {
        return seen.getOrDefault(service.id(), service);
    }

    /** The service as it was seen, unless its port is that of another one: then that one alone claims it. */
    private static ServiceSketch owned(
            ServiceSketch service, ServiceSketch seen, Map<String, ServiceSketch> owners, Asked asked, Faults faults) {
        for (String port : texts(seen)) {
            ServiceSketch owner = owners.getOrDefault(port, seen);
            if (!owner.id().equals(seen.id())) {
                if (asked.has(seen) && asked.has(owner)) {
                    faults.warning(
                            "same-port",
                            "'" + seen.id() + "' and '" + owner.id() + "' both listen on port " + port,
                            seen.at(),
                            "the second to start will not get it: start one of them, or give one another port");
                }
                return taken(service, seen, owner);
            }
        }
        return seen;
    }

    private static ServiceSketch taken(ServiceSketch service, ServiceSketch seen, ServiceSketch owner) {
        Optional<Said> port = seen.key(PORTS);
        if (port.isEmpty() || service.key(PORTS).isPresent()) {
            return seen;
        }
        String where = port.get().value().span().lineOnly();
        return noting(service, "No port is claimed: " + where + " says the one of '" + owner.id() + "'.");
    }

    private static List<String> texts(ServiceSketch service) {
        return service.key(PORTS).map(Said::value).orElse(null) instanceof Sequence list
                ? list.items().stream().map(item -> item instanceof Scalar text ? text.text() : "").toList()
                : List.of();
    }

    /** The service with what was seen; as it is where it is a task, or nothing is plain to see. */
    static ServiceSketch of(ServiceSketch service, LoadRequest request) {
        boolean task = service.key("type").filter(said -> isText(said, "task")).isPresent();
        boolean known = service.key(PORTS).isPresent() && isChecked(service);
        if (task || known) {
            return service;
        }
        FolderFiles files = new FolderFiles(request.folder());
        Optional<Launch> launch = LaunchReader.read(service, files);
        return launch.map(found -> {
            Program program = Program.of(found, files);
            return healthy(listening(service, program, new Variables(service, found, request, files)), program);
        }).orElse(service);
    }

    private static boolean isText(Said said, String text) {
        return said.value() instanceof Scalar scalar && scalar.text().equals(text);
    }

    private static boolean isChecked(ServiceSketch service) {
        return service.key(HEALTH).isPresent() || service.key("readiness").isPresent();
    }

    private static ServiceSketch listening(ServiceSketch service, Program program, Variables variables) {
        if (service.key(PORTS).isPresent()) {
            return service;
        }
        Map<Integer, Span> ports = new LinkedHashMap<>();
        Set<String> doubts = new LinkedHashSet<>();
        List<PortValue> seen = program.ports().isEmpty() ? variables.byConvention() : program.ports();
        for (PortValue value : seen) {
            Variables.Answer answer = variables.answer(value);
            answer.port().ifPresent(port -> ports.putIfAbsent(port, answer.at()));
            if (!answer.doubt().isEmpty()) {
                doubts.add(answer.doubt());
            }
        }
        if (ports.size() == 1 && doubts.isEmpty()) {
            Map.Entry<Integer, Span> only = ports.entrySet().iterator().next();
            List<String> claimed = List.of(Integer.toString(only.getKey()));
            return service.with(PORTS, claimed, only.getValue(), seen(only.getValue()));
        }
        if (ports.size() > 1) {
            doubts.add("it may listen on " + ports.entrySet().stream()
                    .map(port -> port.getKey() + " (" + port.getValue().lineOnly() + ")")
                    .collect(Collectors.joining(" or ")));
        }
        return doubts.isEmpty() ? service : noting(service, "No port is claimed: " + String.join("; ", doubts) + ".");
    }

    private static ServiceSketch noting(ServiceSketch service, String more) {
        return service.noting(service.note().isEmpty() ? more : service.note() + " " + more);
    }

    private static String seen(Span at) {
        return "seen in " + at.lineOnly();
    }

    private static ServiceSketch healthy(ServiceSketch service, Program program) {
        if (isChecked(service) || service.key(PORTS).isEmpty()) {
            return service;
        }
        return program.route().map(route -> {
            Mapping check = Values.only("http", new Scalar(route.at(), route.path(), false));
            return service.with(HEALTH, check, seen(route.at()));
        }).orElse(service);
    }
}
