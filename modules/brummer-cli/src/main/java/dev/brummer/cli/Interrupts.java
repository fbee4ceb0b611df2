package dev.brummer.cli;

import dev.brummer.api.Session;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The first signal asks for a graceful end, the second forces it. Safe for use by several threads. */
final class Interrupts implements Consumer<String> {
    private final Session session;
    private final AtomicInteger seen = new AtomicInteger();

    Interrupts(Session session) {
        this.session = session;
    }

    @Override
    public void accept(String signal) {
        if (seen.incrementAndGet() == 1) {
            session.stop(signal);
        } else {
            session.kill("a second " + signal);
        }
    }

    boolean forced() {
        return seen.get() > 1;
    }
}
