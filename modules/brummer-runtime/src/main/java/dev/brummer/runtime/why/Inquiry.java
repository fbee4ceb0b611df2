package dev.brummer.runtime.why;

import dev.brummer.api.InstanceView;
import dev.brummer.api.WhyView;
import dev.brummer.insight.view.Breakers.Breaker;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects what may be behind the state of a service: from the service itself to what it waits for, what it needs, and what
 * its checks and breakers name, and on from there. For one thread.
 */
final class Inquiry {
    /** A chain that is longer is none that anybody reads. */
    private static final int MOST_SERVICES = 40;

    /** Each search may take a look at the whole journal. */
    private static final int MOST_WITNESSES = 8;

    private final Investigation investigation;
    private final Past past;
    private final Present present;
    private final Instant now;
    private final Witnesses witnesses;
    private final Map<ServiceId, Known> services = new LinkedHashMap<>();
    private final Map<String, ServiceId> names = new HashMap<>();
    private int heard;

    Inquiry(Archive archive, Investigation investigation, Past past, Present present, Instant now) {
        this.investigation = investigation;
        this.past = past;
        this.present = present;
        this.now = now;
        this.witnesses = new Witnesses(archive, investigation, now);
    }

    /**
     * Asks about a service.
     *
     * @param ended the start that it is about, where that has ended
     * @return empty where nothing is known of it
     * @throws IOException if the journal cannot be read
     */
    Optional<WhyView> about(ServiceId asked, Optional<String> ended) throws IOException {
        Deque<ServiceId> open = new ArrayDeque<>(List.of(asked));
        while (!open.isEmpty() && services.size() < MOST_SERVICES) {
            ServiceId service = open.poll();
            Optional<Standing> standing = services.containsKey(service) ? Optional.empty() : present.of(service);
            if (standing.isPresent()) {
                Known known = known(service, standing.get(), service.equals(asked));
                services.put(service, known);
                further(known).forEach(open::add);
            }
        }
        return services.containsKey(asked)
                ? Optional.of(Reasons.of(asked, new Situation(now, ended, services, names)))
                : Optional.empty();
    }

    private Known known(ServiceId service, Standing standing, boolean asked) throws IOException {
        List<Breaker> breakers = past.breakers(service, now);
        boolean heeded = (asked || !standing.isWell()) && mayTell(standing.worst()) && heard < MOST_WITNESSES;
        heard += heeded ? 1 : 0;
        Witness witness = heeded ? witnesses.of(standing.worst(), present) : Witness.NONE;
        Stream.concat(
                        breakers.stream().flatMap(breaker -> breaker.target().stream()),
                        standing.failingChecks()
                                .flatMap(check -> check.last().stream())
                                .flatMap(said -> said.components().stream())
                                .map(Component::name))
                .forEach(this::name);
        return new Known(standing, past.changes(service), breakers, witness);
    }

    /** Whether its lines are asked for. */
    private static boolean mayTell(InstanceView instance) {
        return switch (instance.state()) {
            case STARTING, READY, UNHEALTHY, BACKING_OFF, COMPLETED, FAILED -> true;
            case PENDING, WAITING, STOPPING, STOPPED, DISABLED -> false;
        };
    }

    private void name(String name) {
        if (investigation.names().find(name) instanceof Named.Service(var service)) {
            names.put(name, service);
        }
    }

    /** Who may be behind it. */
    private Set<ServiceId> further(Known known) {
        Set<ServiceId> further = new LinkedHashSet<>(known.standing().waitsFor());
        further.addAll(known.standing().needs());
        known.standing().failingChecks()
                .flatMap(check -> check.last().stream())
                .flatMap(said -> said.components().stream())
                .filter(part -> !part.healthy())
                .forEach(part -> Optional.ofNullable(names.get(part.name())).ifPresent(further::add));
        known.breakers().forEach(breaker ->
                breaker.target().flatMap(target -> Optional.ofNullable(names.get(target))).ifPresent(further::add));
        known.witness().before().ifPresent(before -> further.add(before.culprit()));
        if (!known.isWell()) {
            further.addAll(known.standing().follows());
        }
        return further;
    }
}
