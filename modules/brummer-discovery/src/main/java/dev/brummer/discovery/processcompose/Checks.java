package dev.brummer.discovery.processcompose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The checks of a process. There a readiness probe goes on being asked, so it is the health check here, unless there is
 * a liveness probe too.
 */
final class Checks {
    private static final Set<String> QUESTION = Set.of("exec", "http_get");
    private static final Set<String> HEALTH =
            Set.of("exec", "http_get", "period_seconds", "timeout_seconds", "failure_threshold");

    private final Mapping body;
    private final Others others;
    private final List<Leftover> leftovers;

    Checks(Mapping body, Others others, List<Leftover> leftovers) {
        this.body = body;
        this.others = others;
        this.leftovers = leftovers;
    }

    ServiceSketch of(ServiceSketch service, boolean task) {
        OptionalInt own = task || service.key("scale").isPresent() ? OptionalInt.empty() : own();
        Optional<Probe> ready = probe(Probe.READINESS, own);
        Optional<Probe> alive = probe(Probe.LIVENESS, own);
        boolean goesOn = alive.isEmpty() && !task;
        List<Node> readiness = new ArrayList<>(logged());
        if (!goesOn) {
            ready.flatMap(Probe::check).ifPresent(readiness::add);
            ready.ifPresent(probe -> probe.sayRest(QUESTION));
        }
        Optional<Probe> asked = goesOn ? ready : alive;
        asked.ifPresent(probe -> probe.sayRest(HEALTH));
        return with(claiming(service, own), readiness, task ? Optional.empty() : asked.flatMap(Probe::timed));
    }

    private static ServiceSketch with(ServiceSketch from, List<Node> readiness, Optional<Node> health) {
        ServiceSketch service = from;
        if (!readiness.isEmpty()) {
            Node first = readiness.getFirst();
            Node all = readiness.size() == 1 ? first : new Sequence(first.span(), readiness);
            service = service.with("readiness", all, "");
        }
        return health.isPresent() ? service.with("healthcheck", health.get(), "") : service;
    }

    /** The port that its probes ask, if that is one, and nobody else's. */
    private OptionalInt own() {
        Set<String> ports = Probe.ports(body);
        boolean alone = ports.size() == 1 && others.ports().getOrDefault(ports.iterator().next(), 0) == 1;
        return alone ? OptionalInt.of(Integer.parseInt(ports.iterator().next())) : OptionalInt.empty();
    }

    private ServiceSketch claiming(ServiceSketch service, OptionalInt own) {
        if (own.isEmpty()) {
            return service;
        }
        Span at = Values.at(body, body.entry(Probe.READINESS) == null ? Probe.LIVENESS : Probe.READINESS);
        return service.with("ports", List.of(Integer.toString(own.getAsInt())), at, "the one that its probe asks");
    }

    private Optional<Probe> probe(String key, OptionalInt own) {
        return body.value(key) instanceof Mapping probe
                ? Optional.of(new Probe(probe, own, leftovers))
                : Optional.empty();
    }

    private List<Node> logged() {
        return Values.scalar(body, "ready_log_line")
                .map(line -> new Scalar(line.span(), literal(line.text()), false))
                .<Node>map(line -> Values.only("log", line))
                .stream()
                .toList();
    }

    /** A pattern that finds a text as it stands. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0").replace("$", "$$");
    }
}
