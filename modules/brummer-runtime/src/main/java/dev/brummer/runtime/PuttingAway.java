package dev.brummer.runtime;

import dev.brummer.api.SessionEnd;
import dev.brummer.core.engine.Engine;
import dev.brummer.logs.Journal;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.spi.Level;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Puts away what a session has used, once its loop has ended. A step that breaks is told, keeps none of the others from
 * being taken, and makes the session a failed one. Blocks until all output has been delivered.
 */
final class PuttingAway {
    private final Engine engine;
    private final FleetEffects runs;
    private final Journal journal;
    private final FleetLock lock;
    private final OpeningDoor door;
    private final BugReports bugs;
    private final Runnable silence;

    /** @param silence called before the journal is closed: nothing can be said from then on */
    PuttingAway(
            Engine engine,
            FleetEffects runs,
            Journal journal,
            FleetLock lock,
            OpeningDoor door,
            BugReports bugs,
            Runnable silence) {
        this.engine = engine;
        this.runs = runs;
        this.journal = journal;
        this.lock = lock;
        this.door = door;
        this.bugs = bugs;
        this.silence = silence;
    }

    /**
     * @param exit the exit code of {@code brum}, for the journal to remember
     * @param sinksOpen completes when the sinks have been opened and facts are looked for
     * @param pumps those of the sinks, complete from then on
     * @return how the session ended in the end
     */
    SessionEnd of(SessionEnd how, int exit, CompletableFuture<Void> sinksOpen, FactPump facts, List<SinkPump> pumps) {
        boolean all = bugs.done("waiting for the sinks", sinksOpen::join);
        all &= bugs.done("ending the threads that start services", runs::close);
        all &= bugs.done("ending what is left of the services", this::closeEngine);
        all &= bugs.done("finding the last facts", () -> {
            facts.end();
            facts.done().join();
        });
        all &= bugs.done("ending the sinks of plugins", () -> endDroppedIn(pumps));
        // Before the one on standard output, where is said what they could not deliver.
        List<SinkPump> others = pumps.stream().filter(pump -> !pump.plan().standardOutput()).toList();
        all &= bugs.done("ending the other sinks", () -> {
            endAfterWhatIsThere(others);
            others.forEach(pump -> pump.done().join());
        });
        all &= bugs.done("ending the sinks", () -> endAfterWhatIsThere(pumps));
        // A short start may have ended before old ones were cleared away beside it.
        all &= bugs.done("clearing old starts away", this::retain);
        journal.end(all ? exit : 1);
        all &= bugs.done("closing the journal", this::closeJournal);
        all &= bugs.done("waiting for the end of the sinks", () -> pumps.forEach(pump -> pump.done().join()));
        all &= bugs.done("closing the door", () -> close(door));
        all &= bugs.done("letting go of the folder's lock", () -> close(lock));
        return all ? how : SessionEnd.FAILED;
    }

    private void endAfterWhatIsThere(List<SinkPump> pumps) {
        long last = journal.settle();
        pumps.forEach(pump -> pump.endAfter(last));
    }

    /** While it can still be said that one does not end. */
    private void endDroppedIn(List<SinkPump> pumps) {
        List<SinkPump> droppedIn = pumps.stream()
                .filter(pump -> pump.plan().kind().plugin().isDroppedIn())
                .toList();
        endAfterWhatIsThere(droppedIn);
        long since = System.nanoTime();
        for (SinkPump pump : droppedIn) {
            if (!endsInTime(pump, since)) {
                long ignored = journal.notice(
                        Level.WARN, pump.plan().kind().words() + " does not end in time, and is left alone");
            }
        }
    }

    private static boolean endsInTime(SinkPump pump, long since) {
        try {
            return pump.endsInTime(since);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the end of a session", e);
        }
    }

    private void closeEngine() {
        try {
            engine.close();
        } catch (IOException e) {
            long ignored = journal.notice(
                    Level.WARN, "what was kept of this start could not be put away: " + e.getMessage());
        }
    }

    private void retain() {
        try {
            journal.retain();
        } catch (IOException e) {
            long ignored = journal.notice(Level.WARN, "old starts could not be cleared away: " + e.getMessage());
        }
    }

    private void closeJournal() {
        silence.run();
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
