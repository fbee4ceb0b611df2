package dev.brummer.process;

import dev.brummer.core.engine.EngineTrouble;

/** Tells that nothing is left of a run, once its last lines have been read. Tells it whatever breaks on the way. */
final class Farewell {
    private final EngineTrouble trouble;

    Farewell(EngineTrouble trouble) {
        this.trouble = trouble;
    }

    /** Returns at once, unless the system allows no more threads. */
    void to(Run run) {
        try {
            // On a thread of its own: a stranger that holds a pipe must not delay the others.
            DaemonThreads.start("last-lines-" + run.leader(), () -> now(run));
        } catch (OutOfMemoryError noThread) {
            now(run);
        }
    }

    private void now(Run run) {
        try {
            run.readers().drain(run.streams());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the reading of the last lines", e);
        } catch (RuntimeException | Error e) {
            trouble.broke("reading the last lines of " + run.label(), e);
        } finally {
            if (run.exitTold()) {
                run.observer().treeGone();
            } else {
                run.observer().exited(run.exit().orElseThrow(), true);
            }
        }
    }
}
