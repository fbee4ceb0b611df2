package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Event;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
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

    private final BlockingQueue<Event> posted = new LinkedBlockingQueue<>();
    private Journal journal;

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
        var engine = new ImaginedEngine();
        var ports = new PortBook(Map.of(WEB, List.of(3000)));
        var orders = new RunOrders(project, ports);
        var effects = new FleetEffects(engine, orders, journal, posted::add);
        var maker = new CheckMaker(project, new PluginCatalog(), orders, ports, engine, journal);
        new CheckRunner(effects, engine, maker, posted::add)
                .ask(new Action.Ask(WEB, 1, check, Duration.ZERO, timeout));
        var answered = (Event.Answered) posted.poll(10, TimeUnit.SECONDS);
        effects.close();
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
    }

    @Test
    void whatAnExceptionSaysIsTheReason() throws InterruptedException {
        assertThat(askedTo("throw", Duration.ofSeconds(5))).isEqualTo(Answer.failing("connection refused"));
    }

    @Test
    void aCheckThatBreaksSaysSo() throws InterruptedException {
        assertThat(askedTo("break", Duration.ofSeconds(5)).reason())
                .startsWith("the check itself broke: ")
                .contains("a bug");
    }

    @Test
    void whatHasNoRunMayListenAnywhere() throws InterruptedException {
        assertThat(ask(service("web").port(3000), new CheckRef.Listening(), Duration.ofSeconds(5)))
                .isEqualTo(Answer.failing("nobody listens"));
    }
}
