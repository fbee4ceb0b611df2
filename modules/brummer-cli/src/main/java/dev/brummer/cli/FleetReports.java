package dev.brummer.cli;

import dev.brummer.api.AlertsView;
import dev.brummer.api.FleetConnections;
import dev.brummer.api.FleetUsage;
import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.FleetReport.Content;
import dev.brummer.cli.board.AlertsText;
import dev.brummer.cli.board.ConnectionsText;
import dev.brummer.cli.board.HealthText;
import dev.brummer.cli.board.PsText;
import dev.brummer.cli.board.TopText;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The reports of a fleet that runs. */
final class FleetReports {
    /** So long are two looks apart that tell what is busy. */
    private static final Duration APART = Duration.ofSeconds(1);

    private FleetReports() {}

    /** Where each service is. */
    static Content<FleetView> ps(Session session, List<String> words, Instant now) throws SessionException {
        FleetView fleet = session.fleetWithUsage();
        List<InstanceView> shown = words.isEmpty() ? fleet.instances() : those(fleet, session.named(words));
        return new Content<>(
                new FleetView(fleet.project(), fleet.version(), fleet.ending(), shown),
                fleet,
                page -> PsText.of(shown, now, page));
    }

    private static List<InstanceView> those(FleetView fleet, List<InstanceId> wanted) {
        return fleet.instances().stream().filter(each -> wanted.contains(each.id())).toList();
    }

    /** What checks say. */
    static Content<HealthView> health(Session session, List<String> words) throws SessionException {
        HealthView health = session.health(words);
        return new Content<>(health, session.fleet(), page -> HealthText.of(health, page));
    }

    /** What each service uses; what is busy only shows from the second look on. */
    static Content<FleetUsage> use(Session session, List<String> words) throws SessionException {
        FleetUsage usage = session.usage(words);
        return new Content<>(usage, session.fleet(), page -> TopText.of(usage, page));
    }

    /** The same, once what is busy can be told: waits for it where nobody has looked before. */
    static Content<FleetUsage> top(Session session, List<String> words) throws SessionException {
        Content<FleetUsage> first = use(session, words);
        boolean known = first.view().instances().stream()
                .allMatch(each -> each.processes() == 0 || each.processor().isPresent());
        if (known) {
            return first;
        }
        LockSupport.parkNanos(APART.toNanos());
        return use(session, words);
    }

    /** Who is connected to whom. */
    static Content<FleetConnections> connections(Session session, List<String> words) throws SessionException {
        FleetConnections connections = session.connections(words);
        return new Content<>(connections, session.fleet(), page -> ConnectionsText.of(connections, page));
    }

    /** Of what somebody is told, and what has fired. */
    static Content<AlertsView> alerts(Session session) throws SessionException {
        AlertsView alerts = session.alerts();
        return new Content<>(alerts, session.fleet(), page -> AlertsText.of(alerts, page));
    }
}
