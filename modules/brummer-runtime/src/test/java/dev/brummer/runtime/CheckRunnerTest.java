package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class CheckRunnerTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    @TempDir
    private Path folder;

    private final ImaginedEngine engine = new ImaginedEngine();
    private final BlockingQueue<Event> posted = new LinkedBlockingQueue<>();
    private final EventLoop loop = new EventLoop(
            Fleet.of(StageGraph.of(project())), new SystemTime(), this::decide, new Deaf());
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Journal journal;

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

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private Answer ask(TestServices web, CheckRef check, Duration timeout) throws InterruptedException {
        Project project = project(web);
        var ports = new PortBook(Map.of(WEB, List.of(3000)));
        var orders = new RunOrders(project, ports);
        var bugs = new BugReports(folder, journal, new SystemTime());
        var effects = new FleetEffects(engine, orders, journal, bugs, new Explanations(), posted::add, why -> {
            throw new AssertionError(why);
        });
        var guard = new PluginGuard(told::add);
        var maker = new CheckMaker(project, PluginCatalog.bundled(), guard, orders, ports, engine, journal);
        var checks = new CheckRunner(effects, engine, maker, guard, bugs, loop);
        loop.start();
        loop.soon(() -> checks.ask(new Action.Ask(WEB, 1, check, Duration.ZERO, timeout)));
        var answered = (Event.Answered) posted.poll(10, TimeUnit.SECONDS);
        effects.close();
        loop.end();
        assertThat(answered.instance()).isEqualTo(WEB);
        assertThat(answered.check()).isEqualTo(check);
        return answered.answer();
    }

    private Answer askedTo(String what, Duration timeout) throws InterruptedException {
        return ask(service("web").checkedFor(what), new CheckRef.Readiness(0), timeout);
    }

    @Test
    void anAnswerIsPosted() throws InterruptedException {
        assertThat(askedTo("fine", Duration.ofSeconds(5))).isEqualTo(Answer.passing("fine"));
    }

    @Test
    void noAnswerInTimeIsAFailure() throws InterruptedException {
        assertThat(askedTo("hang", Duration.ofMillis(30))).isEqualTo(Answer.failing("no answer within 30 ms"));
        assertThat(TestingPlugins.INTERRUPTED.poll(5, TimeUnit.SECONDS)).as("its thread was interrupted").isNotNull();
        assertThat(posted).as("there is one answer").isEmpty();
    }

    @Test
    void whatAnExceptionSaysIsTheReason() throws InterruptedException {
        assertThat(askedTo("throw", Duration.ofSeconds(5))).isEqualTo(Answer.failing("connection refused"));
    }

    @Test
    void aCheckThatBreaksSaysSo() throws InterruptedException {
        String reason = "check 'log' broke: it threw IllegalStateException: a bug (TestingPlugins.java:";
        assertThat(askedTo("break", Duration.ofSeconds(5)).reason()).startsWith(reason);
        assertThat(told).singleElement().asString().startsWith(reason);
    }

    @Test
    void whatHasNoRunMayListenAnywhere() throws InterruptedException {
        assertThat(ask(service("web").port(3000), new CheckRef.Listening(), Duration.ofSeconds(5)))
                .isEqualTo(Answer.failing("nobody listens"));
    }

    @Test
    void aFaultOfBrummersOwnIsAnAnswerToo() throws InterruptedException {
        engine.breaks("listening", 1);
        assertThat(ask(service("web").port(3000), new CheckRef.Listening(), Duration.ofSeconds(5)))
                .isEqualTo(Answer.failing("brum itself broke: java.lang.IllegalStateException: a bug in listening"));
        assertThat(folder.resolve("bugs.txt")).content().contains("while asking a check of web", "CheckRunner");
    }
}
