package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.runtime.history.Starts;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StateChange;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What tasks of the last start may have left, such as containers: where Brummer was killed, or was not to wait, nobody has
 * run their stop commands.
 */
final class Remains {
    private final LoadedProject projects;
    private final Terminal terminal;

    @Inject
    Remains(LoadedProject projects, Terminal terminal) {
        this.projects = projects;
        this.terminal = terminal;
    }

    /** Says what they may be, and what ends them. */
    void tell() {
        Path own = projects.folder().resolve(".brummer");
        try {
            Starts starts = Starts.in(own);
            if (!starts.all().isEmpty() && !FleetLock.isHeld(own) && projects.result() instanceof LoadResult.Loaded loaded) {
                Map<InstanceId, StateChange> last = LastWords.lastChanges(starts.newest());
                loaded.project().services().values().forEach(service -> tell(service, last));
            }
        } catch (IOException e) {
            terminal.complain("brum: what the last start has left cannot be found out: " + e.getMessage());
        }
    }

    private void tell(ServiceSpec service, Map<InstanceId, StateChange> last) {
        Optional<String> byHand = service.endedByHand();
        StateChange change = last.get(new InstanceId(service.id(), 0));
        if (byHand.isPresent() && change != null && isLeft(change, byHand.get())) {
            terminal.complain("brum: what " + service.id() + " has started may still be there; this ends it: " + byHand.get());
        }
    }

    /** Whether it was there when Brummer was killed, or its end has said that much. */
    private static boolean isLeft(StateChange change, String byHand) {
        return switch (change.to()) {
            case STARTING, READY, UNHEALTHY, STOPPING -> true;
            case STOPPED, FAILED, COMPLETED, BACKING_OFF -> change.reason().endsWith(byHand);
            case PENDING, WAITING, DISABLED -> false;
        };
    }
}
