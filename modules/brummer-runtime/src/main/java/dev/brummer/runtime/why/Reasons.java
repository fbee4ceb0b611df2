package dev.brummer.runtime.why;

import dev.brummer.api.Cause;
import dev.brummer.api.CheckView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Why;
import dev.brummer.api.WhyView;
import dev.brummer.insight.view.Breakers.Breaker;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides why a service is as it is: the chain of causes down to the roots. A pure function of what is known. What has been
 * told once is not told again further down, so that no circle of services goes on for ever.
 */
final class Reasons {
    /** Of more than so many reasons for the same thing, the others tell nothing new. */
    private static final int MOST = 3;

    private static final Duration SHAKY = Duration.ofMinutes(1);

    private final Situation situation;
    private final Set<ServiceId> told = new LinkedHashSet<>();

    private Reasons(Situation situation) {
        this.situation = situation;
    }

    /** @throws IllegalArgumentException if nothing is known of the service */
    static WhyView of(ServiceId service, Situation situation) {
        Known known = situation.of(service)
                .orElseThrow(() -> new IllegalArgumentException("nothing is known of " + service));
        Why why = new Reasons(situation).why(service, known);
        return new WhyView(service, situation.time(), situation.ended(), why, NextCommands.of(why, situation.ended().isEmpty()));
    }

    private Why why(ServiceId service, Known known) {
        boolean first = told.isEmpty();
        told.add(service);
        List<Why> because = because(service, known);
        List<Cause.Restarted> restarts = Restarts.latest(known.changes(), service);
        boolean well = known.isWell() && because.isEmpty() && !isShaky(restarts);
        List<Why> all = new ArrayList<>(because);
        if (first && known.standing().worst().isUp()) {
            restarts.forEach(restart -> all.add(new Why(restart, List.of())));
            if (because.isEmpty()) {
                witnessed(known).filter(why -> why.cause() instanceof Cause.Wrote).forEach(all::add);
            }
        }
        return new Why(state(known, well), all);
    }

    /** Whether it has ended by its own fault so lately that nobody knows whether it stays. */
    private boolean isShaky(List<Cause.Restarted> restarts) {
        return restarts.stream()
                .limit(1)
                .filter(last -> last.why().equals(dev.brummer.core.supervision.Cause.RESTART_POLICY.words()))
                .anyMatch(last -> Duration.between(last.time(), situation.time()).compareTo(SHAKY) < 0);
    }

    private static Cause.State state(Known known, boolean well) {
        InstanceView worst = known.standing().worst();
        return new Cause.State(
                worst.id(), worst.state(), well, worst.run(), worst.reason(), Restarts.lived(worst, known.changes()), worst.since());
    }

    private List<Why> because(ServiceId service, Known known) {
        return switch (known.standing().worst().state()) {
            case PENDING, WAITING -> waits(known);
            case BACKING_OFF, FAILED, COMPLETED -> known.standing().worst().isUp() ? List.of() : ended(service, known);
            case STARTING -> joined(checks(service, known), witnessed(known));
            case UNHEALTHY, READY ->
                orElse(joined(checks(service, known), breakers(service, known)), known.standing().needs());
            case STOPPING, STOPPED, DISABLED -> List.of();
        };
    }

    @SafeVarargs
    private static List<Why> joined(Stream<Why>... reasons) {
        return Stream.of(reasons).flatMap(each -> each).limit(MOST).toList();
    }

    /** What it waits for; of that what does not wait itself, for that is nearer to the root. */
    private List<Why> waits(Known known) {
        List<ServiceId> roots = known.standing().waitsFor().stream().filter(on -> !isWaiting(on)).toList();
        List<ServiceId> followed = roots.isEmpty() ? known.standing().waitsFor().stream().limit(1).toList() : roots;
        return followed.stream().flatMap(this::further).limit(MOST).toList();
    }

    private boolean isWaiting(ServiceId service) {
        return situation.of(service)
                .map(known -> known.standing().worst().state())
                .filter(state -> state == ServiceState.WAITING || state == ServiceState.PENDING)
                .isPresent();
    }

    /** Why another service is as it is; nothing where that has been told. */
    private Stream<Why> further(ServiceId service) {
        return told.contains(service)
                ? Stream.empty()
                : situation.of(service).map(known -> why(service, known)).stream();
    }

    /** Those of them that are not well, and why. */
    private Stream<Why> missing(List<ServiceId> services) {
        return services.stream()
                .filter(on -> situation.of(on).filter(known -> !known.isWell()).isPresent())
                .flatMap(this::further);
    }

    private List<Why> ended(ServiceId service, Known known) {
        List<Why> said = joined(witnessed(known));
        // A run that was ended for its health is explained by its health.
        boolean unhealthy = known.standing().worst().reason().startsWith(ServiceState.UNHEALTHY.word());
        return unhealthy
                ? joined(orElse(joined(checks(service, known)), known.standing().needs()).stream(), said.stream())
                : said;
    }

    /** Reasons of its own; where there are none, those of what it needs. */
    private List<Why> orElse(List<Why> own, List<ServiceId> needs) {
        return own.isEmpty() ? joined(missing(needs)) : own;
    }

    private Stream<Why> witnessed(Known known) {
        Witness witness = known.witness();
        return Stream.of(
                        witness.port().<Why>map(port -> new Why(port, List.of())),
                        witness.before().map(before -> new Why(before, behind(before.culprit()))),
                        witness.wrote().<Why>map(wrote -> new Why(wrote, List.of())))
                .flatMap(Optional::stream);
    }

    private List<Why> behind(ServiceId service) {
        return missing(List.of(service)).toList();
    }

    private Stream<Why> checks(ServiceId service, Known known) {
        return known.standing().failingChecks().map(check -> check(service, known, check));
    }

    private Why check(ServiceId service, Known known, CheckView check) {
        CheckView.Said said = check.last().orElseThrow();
        List<Why> parts = new ArrayList<>(said.components().stream()
                .filter(part -> !part.healthy())
                .limit(MOST)
                .map(part -> part(service, part))
                .toList());
        if (parts.stream().allMatch(part -> part.because().isEmpty())) {
            // No part goes by the name of a service; what the service depends on is the likely one.
            missing(known.standing().follows()).limit(MOST).forEach(parts::add);
        }
        return new Why(
                new Cause.Check(
                        known.standing().worst().id(), check.question(), said.verdict(), said.reason(), check.failures(), said.time()),
                parts);
    }

    private Why part(ServiceId service, Component part) {
        return new Why(
                new Cause.Part(service, part.name(), part.detail()),
                situation.named(part.name()).map(this::behind).orElse(List.of()));
    }

    private Stream<Why> breakers(ServiceId service, Known known) {
        return known.breakers().stream().map(breaker -> breaker(service, breaker));
    }

    private Why breaker(ServiceId service, Breaker breaker) {
        return new Why(
                new Cause.BreakerOpen(service, breaker.target(), breaker.since()),
                breaker.target().flatMap(situation::named).map(this::behind).orElse(List.of()));
    }
}
