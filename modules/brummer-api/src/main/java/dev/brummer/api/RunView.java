package dev.brummer.api;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Instant;
import java.util.Optional;

/**
 * One life of an instance. Immutable.
 *
 * @param run its number, from 1
 * @param cause why it was started, in words
 * @param ready when it became ready for the first time; empty where it did not
 * @param ended when nothing of it was left; empty while it goes on
 * @param how the state it ended in; empty while it goes on
 * @param reason why it ended, in words; empty while it goes on
 */
public record RunView(
        InstanceId id,
        int run,
        String cause,
        Instant started,
        Optional<Instant> ready,
        Optional<Instant> ended,
        Optional<ServiceState> how,
        Optional<String> reason) {
    /** A run that has just been started. */
    public static RunView begun(InstanceId id, int run, String cause, Instant started) {
        return new RunView(
                id, run, cause, started, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, once it is ready. */
    public RunView readyAt(Instant time) {
        return new RunView(id, run, cause, started, Optional.of(time), ended, how, reason);
    }

    /** The same, once it has ended. */
    public RunView endedAt(Instant time, ServiceState state, String why) {
        return new RunView(id, run, cause, started, ready, Optional.of(time), Optional.of(state), Optional.of(why));
    }
}
