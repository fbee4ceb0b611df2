package dev.brummer.runtime;

import dev.brummer.api.SessionEnd;
import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.history.LiveJournal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The end of a session: delivers what is left once nothing runs any more, and then tells how it ended. */
final class SessionEnding {
    private final EventLoop loop;
    private final Remarks remarks;
    private final Watching watching;
    private final Alerting alerting;
    private final PuttingAway last;
    private final SessionSinks sinks;
    private final FactPump facts;
    private final LiveJournal history;
    private final FleetChanges changes;
    private final BugReports bugs;
    private final CompletableFuture<SessionEnd> end = new CompletableFuture<>();
    private volatile boolean killed;
    // For the loop's thread.
    private boolean begun;

    SessionEnding(
            EventLoop loop,
            Remarks remarks,
            Watching watching,
            Alerting alerting,
            PuttingAway last,
            SessionSinks sinks,
            FactPump facts,
            LiveJournal history,
            FleetChanges changes,
            BugReports bugs) {
        this.loop = loop;
        this.remarks = remarks;
        this.watching = watching;
        this.alerting = alerting;
        this.last = last;
        this.sinks = sinks;
        this.facts = facts;
        this.history = history;
        this.changes = changes;
        this.bugs = bugs;
    }

    /** Its end is to be one that was forced. */
    void force() {
        killed = true;
    }

    /** Completes when all is delivered. */
    CompletionStage<SessionEnd> end() {
        return end.minimalCompletionStage();
    }

    boolean hasBegun() {
        return begun;
    }

    /** Nothing runs any more, or nothing can be done about it. To be called by the loop's thread. */
    void begin(SessionEnd how) {
        if (begun) {
            return;
        }
        boolean ignored = bugs.done("ending the remarks", remarks::end);
        ignored = bugs.done("ending the watches", watching::end);
        DaemonThreads.start("session-end", () -> {
            boolean unused = bugs.done("delivering the last alerts", () -> alerting.close(killed));
            SessionEnd ended = last.of(how, exit(how), sinks.opened(), facts, sinks.pumps());
            history.close();
            changes.end();
            end.complete(ended);
        });
        begun = true;
        loop.end();
    }

    /** The exit code of {@code brum}, as the journal remembers it. */
    private int exit(SessionEnd how) {
        if (killed) {
            return 130;
        }
        return switch (how) {
            case AS_ASKED -> 0;
            case FAILED -> 1;
            case TIMED_OUT -> 124;
        };
    }
}
