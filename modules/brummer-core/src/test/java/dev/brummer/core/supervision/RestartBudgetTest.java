package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.RestartPolicy;
import dev.brummer.core.supervision.RestartBudget.Verdict;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartBudgetTest {
    private static final RestartPolicy ALWAYS = new RestartPolicy.Always();
    private static final RestartPolicy ON_FAILURE = new RestartPolicy.OnFailure(OptionalInt.empty());
    private static final Duration SHORT = Duration.ofSeconds(29);
    private static final Duration LONG = Duration.ofSeconds(30);

    private static Instance restarted(int times) {
        return Instance.pending(InstanceId.only(new ServiceId("web")), 0).nextRun().withRestarts(times);
    }

    private static Verdict judge(RestartPolicy policy, int restarts, Duration lived, boolean success) {
        return RestartBudget.judge(service("web").restart(policy).spec(), restarted(restarts), lived, success);
    }

    private static int restarts(Verdict verdict) {
        return ((Verdict.Restart) verdict).restarts();
    }

    @Test
    void whatIsNeverRestartedGivesUpWithoutAWord() {
        assertThat(judge(new RestartPolicy.Never(), 0, SHORT, false)).isEqualTo(new Verdict.GiveUp(""));
    }

    @Test
    void onFailureTakesASuccessForAnEnd() {
        assertThat(judge(ON_FAILURE, 0, SHORT, true)).isEqualTo(new Verdict.GiveUp(""));
        assertThat(restarts(judge(ON_FAILURE, 0, SHORT, false))).isEqualTo(1);
    }

    @Test
    void alwaysAndUnlessStoppedRestartASuccessToo() {
        assertThat(restarts(judge(ALWAYS, 0, SHORT, true))).isEqualTo(1);
        assertThat(restarts(judge(new RestartPolicy.UnlessStopped(), 0, SHORT, true))).isEqualTo(1);
    }

    @Test
    void aLimitIsTheNumberOfRestartsInARow() {
        var twice = new RestartPolicy.OnFailure(OptionalInt.of(2));
        assertThat(restarts(judge(twice, 1, SHORT, false))).isEqualTo(2);
        assertThat(judge(twice, 2, SHORT, false)).isEqualTo(new Verdict.GiveUp("gave up after 2 restarts"));
        assertThat(judge(new RestartPolicy.OnFailure(OptionalInt.of(1)), 1, SHORT, false))
                .isEqualTo(new Verdict.GiveUp("gave up after 1 restart"));
    }

    @Test
    void withoutALimitACrashLoopEndsAfterTen() {
        assertThat(restarts(judge(ALWAYS, 9, SHORT, false))).isEqualTo(10);
        assertThat(judge(ALWAYS, 10, SHORT, false)).isEqualTo(new Verdict.GiveUp("gave up after 10 restarts"));
    }

    @Test
    void aRunThatLivedLongEnoughEarnsAFreshBudget() {
        assertThat(restarts(judge(ALWAYS, 10, LONG, false))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 9})
    void theDelayIsTheBackoffsAndUpToATenthMore(int before) {
        var verdict = (Verdict.Restart) judge(ALWAYS, before, SHORT, false);
        Duration plain = service("web").spec().backoff().delay(before + 1);
        assertThat(verdict.delay()).isBetween(plain, plain.plus(plain.dividedBy(10)));
        assertThat(verdict).isEqualTo(judge(ALWAYS, before, SHORT, false));
    }
}
