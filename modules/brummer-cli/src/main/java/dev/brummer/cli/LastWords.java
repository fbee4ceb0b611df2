package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.logs.JournalCursor;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.Notice;
import dev.brummer.spi.StateChange;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a fleet that has ended told at its end, when nobody could ask it any more. */
final class LastWords {
    private static final int READ_AT_ONCE = 256 << 10;

    /** What follows the last output of a fleet is short. */
    private static final long LOOKED_AT = 2000;

    private final RunningFleet running;

    @Inject
    LastWords(RunningFleet running) {
        this.running = running;
    }

    /**
     * Tells why it ended, and the rest of the account.
     *
     * @return the exit code it ended with
     */
    ExitCode tell(Account account) {
        rest(account);
        try {
            return account.ended(tell(Starts.in(running.own()).newest()));
        } catch (IOException e) {
            running.terminal().complain("brum: why the fleet ended cannot be read: " + e.getMessage());
            return account.ended(ExitCode.FAILED);
        }
    }

    /** Tells the rest of an account: what came about after the fleet had answered last. */
    void rest(Account account) {
        try {
            // Another may have begun by now.
            for (Start start : Starts.in(running.own()).all().reversed()) {
                if (isOver(start)) {
                    account.saw(atTheEnd(account.latest(), start));
                    return;
                }
            }
        } catch (IOException e) {
            running.terminal().complain("brum: what came about at its end cannot be read: " + e.getMessage());
        }
    }

    /** Whoever has said how it ended may take a moment more to go. */
    private static boolean isOver(Start start) throws IOException {
        if (!start.running()) {
            return true;
        }
        try (Archive archive = Archive.open(start)) {
            return archive.reader().end().isPresent();
        }
    }

    private ExitCode tell(Start start) throws IOException {
        try (Archive archive = Archive.open(start)) {
            each(archive.reader().cursor(Math.max(1, archive.end() - LOOKED_AT)), this::tell);
            return archive.reader().end().map(last -> ExitCode.of(last.exit())).orElse(ExitCode.FAILED);
        }
    }

    private void tell(JournalEntry entry) {
        if (entry instanceof Notice notice && notice.level() == Level.ERROR) {
            running.terminal().complain("brum: " + notice.text());
        }
    }

    private static void each(JournalCursor cursor, Consumer<JournalEntry> taker) throws IOException {
        for (List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
                !entries.isEmpty();
                entries = cursor.next(READ_AT_ONCE)) {
            entries.forEach(taker);
        }
    }

    /** @param seen the fleet as it was when it answered last */
    private static FleetView atTheEnd(FleetView seen, Start start) throws IOException {
        Map<InstanceId, StateChange> last = lastChanges(start);
        List<InstanceView> instances = seen.instances().stream()
                .map(instance -> Optional.ofNullable(last.get(instance.id()))
                        .map(change -> instance.at(change.to(), change.run(), change.reason(), change.time()))
                        .orElse(instance))
                .toList();
        return new FleetView(seen.project(), seen.version(), true, instances);
    }

    /**
     * The last change of each instance that a start knew.
     *
     * @throws IOException if its journal cannot be read
     */
    static Map<InstanceId, StateChange> lastChanges(Start start) throws IOException {
        Map<InstanceId, StateChange> last = new HashMap<>();
        try (Archive archive = Archive.open(start)) {
            each(archive.reader().events(1), entry -> {
                if (entry instanceof StateChange change) {
                    last.put(change.instance(), change);
                }
            });
        }
        return last;
    }
}
