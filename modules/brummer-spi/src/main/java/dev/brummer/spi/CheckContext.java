package dev.brummer.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** What Brummer offers a health check. Its methods may be called by the thread that runs the check alone. */
@ProvidedByBrummer
public interface CheckContext {
    InstanceId instance();

    /** How long one call of the check may take. */
    Duration timeout();

    /** The first port the service claims, to which relative targets refer; empty if it claims none. */
    OptionalInt firstPort();

    /**
     * Runs a command in the service's folder and environment and waits for its end. Whatever it leaves running is
     * ended with it.
     *
     * @param timeout after which it is killed
     * @throws IOException if it could not be started, or did not end in time
     * @throws InterruptedException if the waiting thread was interrupted; the command is killed then
     */
    CommandResult run(CommandLine command, Duration timeout) throws IOException, InterruptedException;

    /**
     * Some of the records of this run that no earlier call has returned, oldest first.
     *
     * @param wait how long to wait for the first where there are none yet; a check that waits here hears of a line at
     *     once, and not at its next call
     * @return empty if there are none
     * @throws InterruptedException if the waiting thread was interrupted
     */
    List<LogBatch> newRecords(Duration wait) throws InterruptedException;

    /**
     * How a command ended.
     *
     * @param exitCode its exit code; 128 + n where signal n ended it
     * @param output the last lines of what it wrote, at most 4 KiB
     */
    record CommandResult(int exitCode, String output) {}
}
