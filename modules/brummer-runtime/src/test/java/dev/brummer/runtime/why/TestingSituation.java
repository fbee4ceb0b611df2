package dev.brummer.runtime.why;

import dev.brummer.api.Cause;
import dev.brummer.api.CheckView;
import dev.brummer.api.CheckView.Purpose;
import dev.brummer.api.CheckView.Said;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Why;
import dev.brummer.api.WhyView;
import dev.brummer.insight.view.Breakers.Breaker;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in a test what is known of a fleet, and leaves out what the test is not about. */
final class TestingSituation {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Map<ServiceId, Known> services = new LinkedHashMap<>();
    private final Map<String, ServiceId> names = new LinkedHashMap<>();

    /** One service, at noon. */
    final class Told {
        private final ServiceId id;
        private final ServiceState state;
        private final String reason;
        private int run = 1;
        private boolean task;
        private final List<CheckView> checks = new ArrayList<>();
        private List<ServiceId> waitsFor = List.of();
        private List<ServiceId> needs = List.of();
        private List<ServiceId> follows = List.of();
        private final List<StateChange> changes = new ArrayList<>();
        private final List<Breaker> breakers = new ArrayList<>();
        private Witness witness = Witness.NONE;

        Told(String name, ServiceState state, String reason) {
            this.id = new ServiceId(name);
            this.state = state;
            this.reason = reason;
        }

        Told run(int number) {
            run = number;
            return this;
        }

        Told task() {
            task = true;
            return this;
        }

        Told waitsFor(String... services) {
            waitsFor = ids(services);
            return this;
        }

        Told needs(String... services) {
            needs = ids(services);
            return this;
        }

        /** It was started after these. */
        Told follows(String... services) {
            follows = ids(services);
            return this;
        }

        Told check(Verdict verdict, String says, Component... parts) {
            Said said = new Said(NOON, verdict, Duration.ofMillis(12), says, List.of(parts));
            checks.add(new CheckView(
                    Purpose.HEALTH, "http /health", Optional.of(said), 3, Optional.empty(), List.of()));
            return this;
        }

        Told came(int secondsAgo, int ofRun, ServiceState to, String why) {
            changes.add(new StateChange(
                    1, NOON.minusSeconds(secondsAgo), InstanceId.only(id), ofRun, state, to, why, Optional.empty()));
            return this;
        }

        Told openBreakerFor(String target) {
            breakers.add(new Breaker(
                    InstanceId.only(id), Optional.of(target), BreakerState.OPEN, NOON, 1, List.of()));
            return this;
        }

        Told wrote(String line) {
            var wrote = new Cause.Wrote(id, run, NOON, true, List.of(line), 0);
            witness = new Witness(Optional.of(wrote), witness.before(), witness.port());
            return this;
        }

        Told failedBefore(String culprit, String request) {
            var before = new Cause.FailedBefore(id, request, new ServiceId(culprit), NOON, "ERROR first");
            witness = new Witness(witness.wrote(), Optional.of(before), witness.port());
            return this;
        }

        Told port(int port, String holder) {
            witness = new Witness(
                    witness.wrote(), witness.before(), Optional.of(new Cause.PortHeld(id, port, holder)));
            return this;
        }

        TestingSituation and() {
            InstanceId instance = InstanceId.only(id);
            InstanceView view = new InstanceView(
                    instance, Optional.empty(), task, false, state, run, reason,
                    Optional.of(NOON.minusSeconds(5)), Optional.empty(), List.of(), Optional.empty());
            InstanceHealth health = new InstanceHealth(instance, state, task, checks);
            services.put(
                    id,
                    new Known(
                            new Standing(List.of(view), List.of(health), waitsFor, needs, follows),
                            changes,
                            breakers,
                            witness));
            return TestingSituation.this;
        }
    }

    private static List<ServiceId> ids(String... names) {
        return Arrays.stream(names).map(ServiceId::new).toList();
    }

    Told service(String name, ServiceState state, String reason) {
        return new Told(name, state, reason);
    }

    /** What a component or a breaker calls a service. */
    TestingSituation named(String name, String service) {
        names.put(name, new ServiceId(service));
        return this;
    }

    WhyView why(String service) {
        return Reasons.of(new ServiceId(service), new Situation(NOON, Optional.empty(), services, names));
    }

    /** The tree in words, a cause a line, each indented below what it led to. */
    static List<String> told(WhyView view) {
        List<String> lines = new ArrayList<>();
        add(view.why(), "", lines);
        return lines;
    }

    private static void add(Why why, String indent, List<String> lines) {
        lines.add(indent + words(why.cause()));
        why.because().forEach(next -> add(next, indent + "  ", lines));
    }

    private static String words(Cause cause) {
        String service = cause.service().name();
        return switch (cause) {
            case Cause.State state ->
                service + " " + (state.well() ? "well" : state.state().word())
                        + state.lived().map(time -> " lived " + time.toSeconds()).orElse("");
            case Cause.Check check -> service + " check " + check.verdict().word();
            case Cause.Part part -> service + " part " + part.name();
            case Cause.Wrote wrote -> service + " wrote " + String.join(" ", wrote.lines());
            case Cause.PortHeld held -> service + " port " + held.port() + " held by " + held.holder();
            case Cause.FailedBefore before -> service + " after " + before.culprit() + " in " + before.id();
            case Cause.BreakerOpen open -> service + " breaker " + open.target().orElse("");
            case Cause.Restarted again -> service + " run " + again.run() + ": " + again.why() + " after " + again.after();
        };
    }
}
