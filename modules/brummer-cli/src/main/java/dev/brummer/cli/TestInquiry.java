package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.WhyView;
import dev.brummer.cli.capsule.PortHolder;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.Verdict;
import dev.brummer.process.Surroundings;
import dev.brummer.process.UnsupportedSystemException;
import dev.brummer.spi.ServiceState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out of a test that failed what only a session can tell that is not over. */
final class TestInquiry {
    private static final int MOST_SERVICES = 3;

    private final Session session;

    TestInquiry(Session session) {
        this.session = session;
    }

    /**
     * What there was to see when a test had failed.
     *
     * @param why services are not what they should be
     * @param fleet where every service was; empty where nobody could tell any more
     * @param health what checks had said; empty where nobody could tell any more
     * @param ports those that services claim
     */
    record Seen(
            TestOutcome outcome,
            List<WhyView> why,
            Optional<FleetView> fleet,
            Optional<HealthView> health,
            List<PortHolder> ports) {}

    /** Whether a test has failed, so that one wants to know why. */
    static boolean isToBeTold(TestOutcome outcome) {
        return switch (outcome.verdict()) {
            case Verdict.Passed _, Verdict.Interrupted _ -> false;
            case Verdict.CommandFailed _,
                    Verdict.CommandNotStarted _,
                    Verdict.ServicesFailed _,
                    Verdict.FleetEnded _,
                    Verdict.TimedOut _ -> true;
        };
    }

    /** Looks at everything that is of interest once a test has failed; the session may be over. */
    Seen look(TestOutcome outcome) {
        List<WhyView> why = new ArrayList<>();
        try {
            for (TestOutcome.Service service : culprits(outcome)) {
                why.add(session.why(service.instance().service().name()));
            }
            FleetView fleet = session.fleetWithUsage();
            return new Seen(outcome, why, Optional.of(fleet), Optional.of(session.health(List.of())), ports(fleet));
        } catch (SessionException e) {
            // The outcome tells states and reasons, and the journal the rest.
            return new Seen(outcome, why, Optional.empty(), Optional.empty(), List.of());
        }
    }

    /** Those that have failed; where time ran out, those that hold the others up. */
    private static List<TestOutcome.Service> culprits(TestOutcome outcome) {
        List<TestOutcome.Service> failed = outcome.failed();
        List<TestOutcome.Service> late = outcome.services().stream()
                .filter(service -> !service.isUp() && service.state() != ServiceState.WAITING)
                .toList();
        return (failed.isEmpty() ? late : failed).stream().limit(MOST_SERVICES).toList();
    }

    private static List<PortHolder> ports(FleetView fleet) {
        List<PortHolder> ports = new ArrayList<>();
        try {
            Surroundings surroundings = Surroundings.ofThisMachine();
            for (InstanceView instance : fleet.instances()) {
                for (int port : instance.ports()) {
                    ports.add(new PortHolder(port, instance.id(), holder(port, surroundings)));
                }
            }
            return ports;
        } catch (UnsupportedSystemException e) {
            throw new IllegalStateException("services run here", e);
        }
    }

    private static Optional<String> holder(int port, Surroundings surroundings) {
        try {
            return surroundings.portOwner(port);
        } catch (IOException e) {
            return Optional.of("unknown: " + e.getMessage());
        }
    }
}
