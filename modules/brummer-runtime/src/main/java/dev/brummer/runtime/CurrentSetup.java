package dev.brummer.runtime;

import dev.brummer.core.graph.StageGraph;
import java.util.Optional;
import java.util.function.Supplier;

/** The setup that holds at this moment. Changed by the loop's thread alone; may be asked by any. */
final class CurrentSetup implements Supplier<Setup> {
    private volatile Setup now;
    private Optional<Setup> next = Optional.empty();

    CurrentSetup(Setup first) {
        this.now = first;
    }

    @Override
    public Setup get() {
        return now;
    }

    /** The one that will hold when nothing is in its way any more, or that holds. For the loop's thread. */
    Setup latest() {
        return next.orElse(now);
    }

    /** Takes in what is to hold once the supervision says so. For the loop's thread. */
    void prepare(Setup setup) {
        next = Optional.of(setup);
    }

    /** The fleet is that of another graph now. For the loop's thread. */
    void exchanged(StageGraph graph) {
        now = next.filter(setup -> setup.graph() == graph)
                .orElseThrow(() -> new IllegalStateException("a graph that nobody has prepared"));
        next = Optional.empty();
    }
}
