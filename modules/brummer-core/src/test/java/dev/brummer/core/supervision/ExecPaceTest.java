package dev.brummer.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.model.ServiceSpec;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExecPaceTest {
    private static final CheckRef FIRST = new CheckRef.Readiness(0);

    private static long millis(ServiceSpec spec, int took) {
        return ProbePace.next(spec, FIRST, 1, Duration.ZERO, Duration.ofMillis(took)).toMillis();
    }

    @Test
    void aCheckThatStartsAProcessIsMadeAtMostEveryTenthOfASecondAndTwiceItsOwnDuration() {
        ServiceSpec spec = TestServices.service("db").checkedBy("exec").spec();

        assertThat(millis(spec, 5)).isEqualTo(100);
        assertThat(millis(spec, 400)).isEqualTo(800);
    }

    @Test
    void otherChecksAreMadeAsOftenAsBefore() {
        assertThat(millis(TestServices.service("db").checkedBy("tcp").spec(), 400)).isEqualTo(25);
    }
}
