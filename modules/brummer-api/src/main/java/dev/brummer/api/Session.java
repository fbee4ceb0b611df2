package dev.brummer.api;

import java.util.concurrent.CompletionStage;

/** A fleet that runs, and what can be asked of it. Safe for use by several threads. */
public interface Session {
    /** Where every instance is at this moment. */
    FleetView fleet();

    /** This client's view of the stream. Always the same object. */
    StreamView view();

    /** Asks everything to stop, dependents first; returns at once. */
    void stop(String reason);

    /** Ends everything at once, without asking it; returns at once. */
    void kill(String reason);

    /** How the session ended, once nothing of it runs any more and all output has been delivered. */
    CompletionStage<SessionEnd> end();
}
