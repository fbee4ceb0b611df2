package dev.brummer.cli.test;

import static dev.brummer.cli.test.Outcomes.failed;
import static dev.brummer.cli.test.Outcomes.ready;
import static dev.brummer.cli.test.Outcomes.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.cli.test.Verdict.Phase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static String words(Verdict verdict, TestOutcome.Service... services) {
        return TestWords.of(Outcomes.of(verdict, services));
    }

    @Test
    void theCodeOfTheCommandIsPassedOn() {
        assertThat(new Verdict.Passed().exitCode()).isZero();
        assertThat(new Verdict.CommandFailed(7).exitCode()).isEqualTo(7);
        assertThat(words(new Verdict.Passed())).isEqualTo("integration passed in 5.4 s");
        assertThat(words(new Verdict.CommandFailed(7)))
                .isEqualTo("integration failed after 5.4 s: the command ended with 7");
    }

    @Test
    void anInterruptedTestIsNoSuccess() {
        assertThat(new Verdict.Interrupted("Ctrl-C", Optional.of(0)).exitCode()).isEqualTo(130);
        assertThat(new Verdict.Interrupted("Ctrl-C", Optional.of(3)).exitCode()).isEqualTo(3);
        assertThat(new Verdict.Interrupted("SIGTERM", Optional.empty()).exitCode()).isEqualTo(130);
        assertThat(words(new Verdict.Interrupted("SIGTERM", Optional.empty())))
                .isEqualTo("integration was interrupted by SIGTERM after 5.4 s");
    }

    @Test
    void aServiceThatFailedIsNamed() {
        TestOutcome.Service auth = ready("auth", Duration.ofSeconds(1));
        TestOutcome.Service orders = failed("orders", "exit 3");
        assertThat(new Verdict.ServicesFailed(Phase.RUNNING).exitCode()).isEqualTo(1);
        assertThat(words(new Verdict.ServicesFailed(Phase.RUNNING), auth, orders))
                .isEqualTo("integration failed after 5.4 s: orders failed while the command ran");
        assertThat(words(new Verdict.ServicesFailed(Phase.BRINGING_UP), auth, orders))
                .endsWith("orders did not get ready");
    }

    @Test
    void whoIsLateIsNamedWithTheReason() {
        Verdict late = new Verdict.TimedOut(Duration.ofSeconds(5), Phase.BRINGING_UP);
        assertThat(late.exitCode()).isEqualTo(124);
        assertThat(words(
                        late,
                        ready("auth", Duration.ofSeconds(1)),
                        waiting("a", "waits for db"),
                        waiting("b", ""),
                        waiting("c", "waits for db"),
                        waiting("d", "waits for db")))
                .isEqualTo("integration failed: not done within 5 s,"
                        + " a is waiting (waits for db), b is waiting, c is waiting (waits for db) and 1 more");
    }

    @Test
    void aLongCommandIsCutToALine() {
        assertThat(TestWords.oneLine("npm test")).isEqualTo("npm test");
        assertThat(TestWords.oneLine("cd tests\nnpm test")).isEqualTo("cd tests …");
        assertThat(TestWords.oneLine("x".repeat(100))).hasSize(60).endsWith("x…");
    }
}
