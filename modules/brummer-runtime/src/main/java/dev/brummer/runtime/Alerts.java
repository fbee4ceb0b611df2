package dev.brummer.runtime;

import dev.brummer.core.alert.AlertState;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.model.AlertTarget;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.logs.Journal;
import dev.brummer.runtime.alert.AlertLog;
import dev.brummer.runtime.alert.AlertNews;
import dev.brummer.runtime.alert.DesktopCommand;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at the fleet once a second and tells who is to be told. Used by the loop's thread. */
final class Alerts {
    private static final Duration PACE = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final Supplier<Setup> setup;
    private final AlertSources sources;
    private final AlertLog log;
    private final Tellers tellers;
    private final InstantSource clock;
    private final Map<AlertTarget, AlertOutlet> outlets = new LinkedHashMap<>();
    private AlertState state = AlertState.NONE;
    private boolean ended;

    /**
     * What telling somebody takes.
     *
     * @param sinks make sinks, once they can
     * @param warnings told, by any thread, what could not be delivered
     */
    record Tellers(
            Journal journal,
            Engine engine,
            CompletableFuture<Sinks> sinks,
            PluginGuard guard,
            Consumer<String> warnings,
            BugReports bugs) {}

    Alerts(
            EventLoop loop,
            Supplier<Setup> setup,
            AlertSources sources,
            AlertLog log,
            Tellers tellers,
            InstantSource clock) {
        this.loop = loop;
        this.setup = setup;
        this.sources = sources;
        this.log = log;
        this.tellers = tellers;
        this.clock = clock;
        sources.serve(rules());
        loop.later(this, PACE, this::tick);
    }

    AlertSources sources() {
        return sources;
    }

    private List<AlertRule> rules() {
        return setup.get().project().alerts();
    }

    private void tick() {
        if (!ended) {
            // First: should something break, it is done again all the same.
            loop.later(this, PACE, this::tick);
            look(loop.fleet());
        }
    }

    private void look(Fleet fleet) {
        Instant now = clock.instant();
        List<AlertRule> rules = rules();
        AlertState.Outcome outcome = state.look(rules, sources.look(rules, fleet, now), loop.now());
        state = outcome.state();
        outcome.changes().forEach(change -> tell(AlertNews.of(change, now, loop.now())));
    }

    /** Other rules may hold. */
    void reloaded() {
        sources.serve(rules());
        if (!ended) {
            look(loop.fleet());
        }
    }

    /** The fleet ends, or has ended: what has failed is told, and nothing of what is stopped. */
    void lastLook(Fleet fleet) {
        if (!ended) {
            ended = true;
            loop.forget(this);
            look(fleet);
        }
    }

    private void tell(AlertNews news) {
        log.told(news);
        for (AlertTarget target : news.rule().to()) {
            if (target instanceof AlertTarget.Stream) {
                long ignored = tellers.journal().notice(news.isOver() ? Level.INFO : Level.WARN, news.line());
            } else {
                outlets.computeIfAbsent(target, this::outlet).offer(news);
            }
        }
    }

    private AlertOutlet outlet(AlertTarget target) {
        AlertCourier courier = switch (target) {
            case AlertTarget.Stream() -> throw new IllegalStateException("the stream is told at once");
            case AlertTarget.Desktop() -> new DesktopCourier(
                    tellers.engine(), setup, new DesktopCommand(System.getProperty("os.name", "")));
            case AlertTarget.Run(var command) -> new CommandCourier(command, tellers.engine(), setup);
            case AlertTarget.Post(var sink) -> new PostCourier(sink, tellers.sinks(), tellers.guard());
        };
        return new AlertOutlet(target.words(), courier, tellers.warnings(), tellers.bugs());
    }

    /** Who has been told of something. */
    Collection<AlertOutlet> outlets() {
        return outlets.values();
    }
}
