package dev.brummer.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Answer;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecCheckTest {
    private static final CommandLine PING = new CommandLine.Words(List.of("redis-cli", "ping"));

    private final HealthCheck check = new ExecCheckFactory().create(new Options(Map.of("command", PING)));
    private final ScriptedCheckContext context = new ScriptedCheckContext();

    @Test
    void exitCodeZeroPasses() throws Exception {
        Answer answer = check.check(context.commandsEndWith(0, "PONG\n"));

        assertThat(answer).isInstanceOf(Answer.Passing.class);
        assertThat(answer.reason()).matches("exit 0 in \\d+ ms");
        assertThat(context.commands()).containsExactly(PING);
    }

    @Test
    void aFailureQuotesTheLastLineThatSaysSomething() throws Exception {
        context.commandsEndWith(1, "trying\n\u001b[31mCould not connect\u001b[0m\t!\n\n \n");
        Answer answer = check.check(context);

        assertThat(answer).isEqualTo(Answer.failing("exit 1: Could not connect !"));
    }

    @Test
    void aFailureWithoutOutputSaysSo() throws Exception {
        assertThat(check.check(context.commandsEndWith(137, ""))).isEqualTo(Answer.failing("exit 137, no output"));
    }
}
