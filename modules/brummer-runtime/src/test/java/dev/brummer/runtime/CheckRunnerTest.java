package dev.brummer.runtime;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class CheckRunnerTest {
    @TempDir
    private Path folder;

    private final ImaginedEngine engine = new ImaginedEngine();
    private final List<TestingChecks> opened = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private Answer ask(TestServices web, CheckRef check, Duration timeout) throws IOException, InterruptedException {
        TestingChecks checks = new TestingChecks(folder, engine, web, PluginCatalog.bundled());
        opened.add(checks);
        Answer answer = checks.ask(check, timeout);
        assertThat(checks.posted).as("there is one answer").isEmpty();
        told.addAll(checks.told);
        return answer;
    }

    // Not before: what a check waits for would come of the journal's end.
    @AfterEach
    void close() throws IOException {
        for (TestingChecks checks : opened) {
            checks.close();
        }
    }

    private Answer askedTo(String what, Duration timeout) throws IOException, InterruptedException {
        return ask(service("web").checkedFor(what), new CheckRef.Readiness(0), timeout);
    }

    @Test
    void anAnswerIsPosted() throws IOException, InterruptedException {
        assertThat(askedTo("fine", Duration.ofSeconds(5))).isEqualTo(Answer.passing("fine"));
    }

    @Test
    void noAnswerInTimeIsAFailure() throws IOException, InterruptedException {
        assertThat(askedTo("hang", Duration.ofMillis(300))).isEqualTo(Answer.failing("no answer within 300 ms"));
        assertThat(TestingPlugins.INTERRUPTED.poll(5, TimeUnit.SECONDS)).as("its thread was interrupted").isNotNull();
    }

    @Test
    void whatWasToBeAskedLaterIsNotAskedOnceItsRunStops() throws IOException, InterruptedException {
        TestingChecks checks = new TestingChecks(
                folder, engine, service("web").checkedFor("first").checkedFor("second"), PluginCatalog.bundled());
        opened.add(checks);
        checks.askLater(new CheckRef.Readiness(0), Duration.ofMillis(20), Duration.ofSeconds(5));
        checks.forget();
        checks.askLater(new CheckRef.Readiness(1), Duration.ofMillis(40), Duration.ofSeconds(5));

        assertThat(checks.awaitAnswer(new CheckRef.Readiness(1))).isEqualTo(Answer.passing("second"));
    }

    @Test
    void whatAnExceptionSaysIsTheReason() throws IOException, InterruptedException {
        assertThat(askedTo("throw", Duration.ofSeconds(5))).isEqualTo(Answer.failing("connection refused"));
    }

    @Test
    void aCheckThatBreaksSaysSo() throws IOException, InterruptedException {
        String reason = "check 'log' broke: it threw IllegalStateException: a bug (TestingPlugins.java:";
        assertThat(askedTo("break", Duration.ofSeconds(5)).reason()).startsWith(reason);
        assertThat(told).singleElement().asString().startsWith(reason);
    }

    @Test
    void whatHasNoRunMayListenAnywhere() throws IOException, InterruptedException {
        assertThat(ask(service("web").port(3000), new CheckRef.Listening(), Duration.ofSeconds(5)))
                .isEqualTo(Answer.failing("nobody listens"));
    }

    @Test
    void aFaultOfBrummersOwnIsAnAnswerToo() throws IOException, InterruptedException {
        engine.breaks("listening", 1);
        assertThat(ask(service("web").port(3000), new CheckRef.Listening(), Duration.ofSeconds(5)))
                .isEqualTo(Answer.failing("brum itself broke: java.lang.IllegalStateException: a bug in listening"));
        assertThat(folder.resolve("bugs.txt")).content().contains("while asking a check of web", "CheckRunner");
    }
}
