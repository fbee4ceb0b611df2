package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.ServiceSpec;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbePaceTest {
    private static final ServiceSpec WEB = service("web").checked().health(3).spec();
    private static final CheckRef READINESS = new CheckRef.Readiness(0);
    private static final CheckRef HEALTH = new CheckRef.Health();

    private static Duration next(int tries) {
        return next(READINESS, tries, Duration.ZERO);
    }

    private static Duration next(CheckRef check, int tries, Duration running) {
        return ProbePace.next(WEB, check, tries, running, Duration.ofSeconds(9));
    }

    @Test
    void aStartIsAskedFortyTimesASecondAtFirst() {
        assertThat(next(1)).isEqualTo(Duration.ofMillis(25));
        assertThat(next(40)).isEqualTo(Duration.ofMillis(25));
    }

    @Test
    void thenGentlyLessUpToFourTimesASecond() {
        assertThat(IntStream.range(40, 200).mapToObj(ProbePaceTest::next)).isSorted();
        assertThat(next(50)).isBetween(Duration.ofMillis(60), Duration.ofMillis(70));
        assertThat(next(100)).isEqualTo(Duration.ofMillis(250));
        assertThat(next(Integer.MAX_VALUE)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aHealthCheckKeepsItsOwnPaceInItsStartPeriodAndAfterIt() {
        assertThat(next(HEALTH, 99, Duration.ofSeconds(29))).isEqualTo(Duration.ofMillis(50));
        assertThat(next(HEALTH, 1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aQuestionTakesAtMostASecondUnlessTheHealthCheckSaysOtherwise() {
        assertThat(ProbePace.timeout(WEB, READINESS)).isEqualTo(Duration.ofSeconds(1));
        assertThat(ProbePace.timeout(WEB, HEALTH)).isEqualTo(WEB.healthcheck().orElseThrow().timeout());
    }
}
