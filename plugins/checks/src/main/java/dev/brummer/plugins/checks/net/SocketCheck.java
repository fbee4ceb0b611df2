package dev.brummer.plugins.checks.net;

import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheck;
import java.io.IOException;

/** A check that asks over a connection of its own. */
public abstract class SocketCheck implements HealthCheck {
    @Override
    public final Answer check(CheckContext context) throws IOException, InterruptedException {
        try {
            return ask(context, Deadline.within(context.timeout()));
        } catch (IOException e) {
            // An interrupt closes the socket of a virtual thread under its reader.
            if (Thread.interrupted()) {
                throw new InterruptedException("no longer wanted");
            }
            throw e;
        }
    }

    protected abstract Answer ask(CheckContext context, Deadline deadline) throws IOException;
}
