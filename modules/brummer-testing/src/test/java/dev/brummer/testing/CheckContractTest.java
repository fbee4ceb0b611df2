package dev.brummer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext.CommandResult;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.HealthCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CheckContractTest {
    private static final HealthCheck BY_COMMAND = context -> {
        CommandResult result = context.run(new CommandLine.Shell("status"), context.timeout());
        return result.exitCode() == 0 ? Answer.passing(result.output()) : Answer.failing(result.output());
    };

    private static List<String> complaints(HealthCheck check) {
        return CheckContract.complaints(check, new ScriptedCheckContext().timeout(Duration.ofMillis(100)));
    }

    @Test
    void anAnswerForAPersonIsFine() {
        ScriptedCheckContext context = new ScriptedCheckContext().commandsEndWith(0, "up for 3 days");

        assertThat(CheckContract.complaints(BY_COMMAND, context)).isEmpty();
        assertThat(context.commands()).containsExactly(new CommandLine.Shell("status"));
    }

    @Test
    void anExceptionWithAReasonIsFine() {
        ScriptedCheckContext context = new ScriptedCheckContext().commands((_, limit) -> {
            throw new IOException("not ended after " + limit);
        });

        assertThat(CheckContract.complaints(BY_COMMAND, context)).isEmpty();
    }

    @Test
    void anAnswerThatTellsAPersonNothingIsNot() {
        assertThat(complaints(_ -> Answer.passing(" "))).containsExactly("it gave no reason");
        assertThat(complaints(_ -> Answer.failing("down.")))
                .containsExactly("its reason ends with a full stop: 'down.'");
        assertThat(complaints(_ -> {
            throw new IOException();
        })).containsExactly("it threw an IOException without a message, which would be the reason");
        assertThat(complaints(_ -> {
            throw new IllegalStateException("oh");
        })).containsExactly("it threw java.lang.IllegalStateException: oh");
    }

    @Test
    void aCheckThatDoesNotKeepItsTimeoutIsTold() {
        CountDownLatch never = new CountDownLatch(1);

        assertThat(complaints(_ -> {
            never.await();
            return Answer.passing("late");
        })).containsExactly("it did not come back within its timeout of 100 ms");
    }

    @Test
    void linesAreReadOnce() throws Exception {
        ScriptedCheckContext context = new ScriptedCheckContext().logs("one", "two").firstPort(6379);

        assertThat(context.newRecords(Duration.ofSeconds(1))).singleElement()
                .satisfies(batch -> assertThat(batch.text(1)).isEqualTo("two"));
        assertThat(context.newRecords(Duration.ofSeconds(1))).isEmpty();
        assertThat(context.firstPort()).hasValue(6379);
    }
}
