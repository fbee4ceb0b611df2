package dev.brummer.discovery.evidence;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import java.util.ArrayList;
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

    /** A sketch with what was seen of each of its services. A port that somebody has is nobody else's. */
    public static Sketch of(Sketch sketch, LoadRequest request) {
        Map<String, ServiceSketch> owners = new HashMap<>();
        for (ServiceSketch service : sketch.services()) {
            texts(service).forEach(port -> owners.putIfAbsent(port, service));
        }
        List<ServiceSketch> services = new ArrayList<>();
        for (ServiceSketch service : sketch.services()) {
            ServiceSketch seen = of(service, request);
            Optional<ServiceSketch> owner = texts(seen).stream()
                    .map(port -> owners.putIfAbsent(port, seen))
                    .filter(other -> other != null && !other.id().equals(seen.id()))
                    .findFirst();
            services.add(owner.map(other -> taken(service, seen, other)).orElse(seen));
        }
        return sketch.with(services);
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
