package dev.brummer.spi;

import java.io.IOException;

/**
 * Asks a service how it is. One object serves one run of one instance; it is called by one thread at a time, and may
 * keep state from call to call.
 */
public interface HealthCheck {
    /**
     * Asks once. Must return or throw within the context's timeout; a call that takes longer is interrupted and counts
     * as failing. One that goes on all the same is not asked again meanwhile.
     *
     * @throws IOException if the target could not be asked; its message becomes the reason of a failing answer
     * @throws InterruptedException if the thread was interrupted: the answer is no longer wanted
     */
    Answer check(CheckContext context) throws IOException, InterruptedException;
}
