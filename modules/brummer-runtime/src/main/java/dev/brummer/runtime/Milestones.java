package dev.brummer.runtime;

import dev.brummer.api.SessionEnd;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.core.supervision.Words;
import dev.brummer.logs.Journal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Notices when all is ready, when something failed, when time is up and when nothing is left. Used by the loop's thread. */
final class Milestones {
    private static final int SHOWN = 10;

    private final UpOptions options;
    private final String again;
    private final Supplier<Setup> setup;
    private final Journal journal;
    private final Explanations explanations;
    private final Consumer<String> stop;
    private final Consumer<SessionEnd> finish;
    private final StartTimes times = new StartTimes();
    private boolean allUp;
    private boolean stoppedForFailure;
    private boolean timedOut;
    private boolean finished;

    Milestones(
            UpOptions options,
            String again,
            Supplier<Setup> setup,
            Journal journal,
            Explanations explanations,
            Consumer<String> stop,
            Consumer<SessionEnd> finish) {
        this.options = options;
        this.again = again;
        this.setup = setup;
        this.journal = journal;
        this.explanations = explanations;
        this.stop = stop;
        this.finish = finish;
    }

    /** Starts the time that all have to get ready. */
    void limit(EventLoop loop) {
        // Where nothing was asked for at first, there is no moment at which all of it is there.
        allUp = loop.fleet().ids().isEmpty();
        options.timeout().ifPresent(limit -> loop.later("timeout", limit, () -> timeIsUp(loop.fleet(), limit)));
    }

    private void timeIsUp(Fleet fleet, Duration limit) {
        if (allUp || finished) {
            return;
        }
        timedOut = true;
        List<String> missing = fleet.instances().stream()
                .filter(instance -> !instance.isUp(fleet.spec(instance.id()).isTask()))
                .map(instance -> instance.id().label() + " is " + instance.state().kind().word())
                .toList();
        say(Level.ERROR, "not all ready after " + Words.duration(limit) + ": " + String.join(", ", missing));
        stop.accept("not all ready after " + Words.duration(limit));
    }

    void look(Fleet fleet, Duration now) {
        times.look(fleet, now);
        if (!allUp && fleet.isAllUp()) {
            allUp = true;
            say(Level.INFO, Summaries.ready(fleet, times.criticalPath(fleet), now, setup.get().ports()));
        }
        if (options.failFast() && !stoppedForFailure && fleet.hasFailed()) {
            stoppedForFailure = true;
            stop.accept("--fail-fast: " + firstFailed(fleet) + " failed");
        }
        if (!finished && fleet.isOver() && (fleet.isEnding() || !options.stays())) {
            finish(fleet);
            finished = true;
        }
    }

    private static String firstFailed(Fleet fleet) {
        return fleet.instances().stream()
                .filter(instance -> instance.state() instanceof InstanceState.Failed)
                .map(instance -> instance.id().label())
                .findFirst()
                .orElse("a service");
    }

    private void finish(Fleet fleet) {
        if (fleet.hasFailed()) {
            say(Level.ERROR, Summaries.failed(fleet, explanations, lastLines(fleet), again));
        }
        boolean stuck = fleet.instances().stream().anyMatch(i -> i.state() instanceof InstanceState.Waiting);
        SessionEnd end = timedOut
                ? SessionEnd.TIMED_OUT
                : fleet.hasFailed() || stuck ? SessionEnd.FAILED : SessionEnd.AS_ASKED;
        finish.accept(end);
    }

    private Map<InstanceId, List<String>> lastLines(Fleet fleet) {
        Map<InstanceId, List<String>> lines = new LinkedHashMap<>();
        for (Instance instance : fleet.instances()) {
            if (instance.state() instanceof InstanceState.Failed) {
                lines.put(instance.id(), lastLines(instance));
            }
        }
        return lines;
    }

    private List<String> lastLines(Instance instance) {
        try {
            return LastLines.of(journal, instance.id(), instance.run(), SHOWN);
        } catch (IOException e) {
            return List.of("(its last lines could not be read: " + e.getMessage() + ")");
        }
    }

    private void say(Level level, String text) {
        long ignored = journal.notice(level, text);
    }
}
