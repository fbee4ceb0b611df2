package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Decision;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A loop that asks the checks of the service {@code web}, and decides nothing. */
final class TestingChecks implements AutoCloseable {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    /** What the loop was given. */
    final BlockingQueue<Event> posted = new LinkedBlockingQueue<>();
    /** What the guard told a person. */
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    private final Journal journal;
    private final FleetEffects effects;
    private final EventLoop loop;
    private final CheckRunner checks;

    TestingChecks(Path folder, ImaginedEngine engine, TestServices web, PluginCatalog plugins) throws IOException {
        Project project = TestServices.project(web);
        loop = new EventLoop(Fleet.of(StageGraph.of(TestServices.project())), new SystemTime(), this::decide, new Deaf());
        journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
        var setup = new Setup(project, StageGraph.of(project), new PortBook(Map.of(WEB, List.of(3000))));
        var bugs = new BugReports(folder, journal, new SystemTime(), UnaryOperator.identity());
        effects = new FleetEffects(engine, () -> setup, new Debuggers(Set.of(), engine, () -> setup, journal), journal, bugs, new Explanations(UnaryOperator.identity()), posted::add, why -> {
            throw new AssertionError(why);
        });
        var guard = new PluginGuard(told::add);
        var maker = new CheckMaker(() -> setup, plugins, guard, engine, journal);
        checks = new CheckRunner(effects, engine, maker, guard, bugs, new Discretion(() -> setup), loop, _ -> {});
        loop.start();
    }

    private Decision decide(Fleet fleet, Event event, Duration now) {
        posted.add(event);
        return new Decision(fleet, List.of());
    }

    /** Nothing is done because of an answer here. */
    private static final class Deaf implements EventLoop.Listener {
        @Override
        public void perform(Action action) {}

        @Override
        public void decided(Fleet fleet, Duration now) {}

        @Override
        public void broke(String doing, Throwable fault) {
            throw new AssertionError(doing, fault);
        }

        @Override
        public void hopeless(String why) {
            throw new AssertionError(why);
        }
    }

    /** Asks a check of the first run, and waits for the answer. */
    Answer ask(CheckRef check, Duration timeout) throws InterruptedException {
        askLater(check, Duration.ZERO, timeout);
        return awaitAnswer(check);
    }

    void askLater(CheckRef check, Duration delay, Duration timeout) {
        loop.soon(() -> checks.ask(new Action.Ask(WEB, 1, check, delay, timeout)));
    }

    /** The first run begins to stop. */
    void forget() {
        loop.soon(() -> checks.forget(WEB, 1));
    }

    /** The next answer, which has to be of this check. */
    Answer awaitAnswer(CheckRef check) throws InterruptedException {
        var answered = (Event.Answered) posted.poll(10, TimeUnit.SECONDS);
        assertThat(answered).as("an answer").isNotNull();
        assertThat(answered.instance()).isEqualTo(WEB);
        assertThat(answered.check()).isEqualTo(check);
        return answered.answer();
    }

    @Override
    public void close() throws IOException {
        effects.close();
        loop.end();
        journal.close();
    }
}
