package dev.brummer.plugins.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogCheckTest {
    private final HealthCheck check =
            new LogCheckFactory().create(new Options(Map.of("pattern", Pattern.compile("listening on (port )?\\d+"))));
    private final ScriptedCheckContext context = new ScriptedCheckContext();

    @Test
    void passesOnceALineMatchesAndStaysPassed() throws Exception {
        context.logs("booting", "Server listening on port 3001");

        assertThat(check.check(context)).isEqualTo(Answer.passing("logged: Server listening on port 3001"));
        context.logs("nothing of interest");
        assertThat(check.check(context).isPassing()).isTrue();
    }

    @Test
    void saysWhatItWaitsForUntilThen() throws Exception {
        assertThat(check.check(context).reason())
                .isEqualTo("no line matches 'listening on (port )?\\d+' yet, 0 lines read");
        context.logs("booting");
        assertThat(check.check(context).reason()).endsWith("yet, 1 line read");
        context.logs("still", "booting");
        assertThat(check.check(context).reason()).endsWith("yet, 3 lines read");
    }

    @Test
    void coloursDoNotHideAMatch() throws Exception {
        context.logs("\u001b[1;32m➜\u001b[0m listening \u001b[36mon \u001b[1m3001\u001b[22m\u001b[39m");

        assertThat(check.check(context)).isEqualTo(Answer.passing("logged: ➜ listening on 3001"));
    }

    @Test
    void aLongLineIsQuotedShort() throws Exception {
        context.logs("listening on 1 " + "x".repeat(500));

        assertThat(check.check(context).reason()).hasSizeLessThan(100).endsWith("x…");
    }
}
