package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.core.diff.Fingerprint;
import dev.brummer.spi.ServiceId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A second {@code up} in a folder whose fleet runs: starts what does not run yet, and stays with all of it. */
final class Joining {
    private static final int NAMED = 6;

    private final RunningFleet running;
    private final Attaching attaching;

    @Inject
    Joining(RunningFleet running, Attaching attaching) {
        this.running = running;
        this.attaching = attaching;
    }

    /** Joins, and shows the stream until it ends or nobody wants to see more. */
    ExitCode stay(Wanted wanted, Command.Invocation invocation) throws UsageException {
        return running.with(session -> {
            // Whoever has named nothing yet wants to see what runs.
            if (!wanted.graph().services().isEmpty()) {
                FleetView ignored = join(session, wanted);
            }
            return attaching.stay(session, StreamLook.of(invocation));
        });
    }

    /**
     * Starts what does not run yet.
     *
     * @throws UsageException if what runs was started by another configuration, or somebody wants to debug it
     */
    static FleetView join(Session session, Wanted wanted) throws SessionException, UsageException {
        if (!wanted.options().debugged().isEmpty()) {
            throw new UsageException(
                    "a fleet runs here already, and --debug counts when one begins; 'brum down' ends what runs");
        }
        Set<ServiceId> services = wanted.graph().services().keySet();
        Map<String, String> theirs = session.project().fingerprints();
        Map<ServiceId, String> ours = Fingerprint.ofAll(wanted.project());
        List<String> different = new ArrayList<>();
        for (ServiceId service : services) {
            if (!Objects.equals(ours.get(service), theirs.get(service.name()))) {
                different.add(service.name());
            }
        }
        if (!different.isEmpty()) {
            throw new UsageException("what runs here was started by another configuration of " + named(different)
                    + ": other files, profiles or options; 'brum reload' takes over what the files say now,"
                    + " 'brum down' ends it");
        }
        return session.join(services);
    }

    private static String named(List<String> services) {
        int more = services.size() - NAMED;
        String shown = String.join(", ", services.subList(0, Math.min(NAMED, services.size())));
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
