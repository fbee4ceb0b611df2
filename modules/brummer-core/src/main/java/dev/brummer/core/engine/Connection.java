package dev.brummer.core.engine;

import dev.brummer.core.engine.Engine.RunHandle;
import java.util.Optional;

/**
 * An established TCP connection of a run.
 *
 * @param run whose processes hold this end
 * @param side which end this is
 * @param remoteAddress where the other end is: {@code 127.0.0.1} or {@code ::1}, without brackets
 * @param remoteRun whose processes hold the other end, if it is a run that was asked for; may be {@code run} itself
 */
public record Connection(
        RunHandle run, Side side, int localPort, String remoteAddress, int remotePort, Optional<RunHandle> remoteRun) {

    /** The end of a connection. */
    public enum Side {
        /** It has connected to the remote port. */
        CLIENT,
        /** Somebody who is none of the runs that were asked for has connected to its local port. */
        SERVER
    }
}
