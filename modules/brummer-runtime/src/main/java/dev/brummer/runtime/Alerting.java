package dev.brummer.runtime;

import dev.brummer.api.AlertsView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.logs.Journal;
import dev.brummer.runtime.alert.AlertLog;
import dev.brummer.runtime.health.CheckBook;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.LogBatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The alerts of a session, once there is a rule. Used by the loop's thread, but where it is said otherwise. */
final class Alerting implements FactPump.Listener {
    // Longer than a webhook takes for its last word.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Setup> setup;
    private final EventLoop loop;
    private final Journal journal;
    private final Engine engine;
    private final UsageLooks usage;
    private final FleetEffects runs;
    private final CheckBook answers;
    private final StateTimes times;
    private final PluginGuard guard;
    private final Consumer<String> warnings;
    private final BugReports bugs;
    private final InstantSource clock;
    private final CompletableFuture<Sinks> sinks = new CompletableFuture<>();
    // Made with the first rule: most projects have none, and nothing of it is loaded for them.
    private volatile @Nullable Alerts alerts;
    private volatile @Nullable AlertLog log;

    Alerting(
            Supplier<Setup> setup,
            EventLoop loop,
            Journal journal,
            Engine engine,
            UsageLooks usage,
            FleetEffects runs,
            CheckBook answers,
            StateTimes times,
            PluginGuard guard,
            Consumer<String> warnings,
            BugReports bugs,
            InstantSource clock) {
        this.setup = setup;
        this.loop = loop;
        this.journal = journal;
        this.engine = engine;
        this.usage = usage;
        this.runs = runs;
        this.answers = answers;
        this.times = times;
        this.guard = guard;
        this.warnings = warnings;
        this.bugs = bugs;
        this.clock = clock;
    }

    /** Says what makes sinks, once that is known. May be called by any thread. */
    void postBy(Sinks maker) {
        boolean ignored = sinks.complete(maker);
    }

    /** To be called after each decision. */
    void look(Fleet fleet) {
        if (alerts == null && !setup.get().project().alerts().isEmpty()) {
            begin();
        }
        Alerts made = alerts;
        if (made != null && (fleet.isEnding() || fleet.isOver())) {
            made.lastLook(fleet);
        }
    }

    private void begin() {
        AlertLog memory = new AlertLog();
        log = memory;
        alerts = new Alerts(
                loop,
                setup,
                new AlertSources(runs, usage, answers, times, warnings),
                memory,
                new Alerts.Tellers(journal, engine, sinks, guard, warnings, bugs),
                clock);
    }

    /** To be told when another setup holds. */
    void reloaded() {
        Alerts made = alerts;
        if (made != null) {
            made.reloaded();
        }
    }

    /** By the thread that looks for facts. */
    @Override
    public void read(List<LogBatch> lines) {
        Alerts made = alerts;
        if (made != null) {
            made.sources().read(lines);
        }
    }

    /** By the thread that looks for facts. */
    @Override
    public void found(List<FoundFact> facts) {
        Alerts made = alerts;
        if (made != null) {
            made.sources().found(facts);
        }
    }

    /** What has fired. May be called by any thread. */
    AlertsView view() {
        Project project = setup.get().project();
        AlertLog known = log;
        AlertLog told = known == null ? new AlertLog() : known;
        return new AlertsView(project.name(), clock.instant(), told.of(project.alerts()));
    }

    /** Delivers what is left, in bounded time. Called once the loop has ended, by the thread that ends the session. */
    void close(boolean atOnce) {
        Alerts made = alerts;
        if (made == null || made.outlets().isEmpty()) {
            return;
        }
        made.outlets().forEach(AlertOutlet::beginToClose);
        long until = System.nanoTime() + (atOnce ? 0 : PATIENCE.toNanos());
        try {
            for (AlertOutlet outlet : made.outlets()) {
                outlet.awaitEnd(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the end of a session", e);
        }
    }
}
