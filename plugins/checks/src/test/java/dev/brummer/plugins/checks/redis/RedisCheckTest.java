package dev.brummer.plugins.checks.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.Script;
import dev.brummer.plugins.checks.kit.Script.Step;
import dev.brummer.plugins.checks.kit.ServerContract;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisCheckTest extends ServerContract {
    private static final Step PONG = Step.of("+PONG\r\n");
    private static final Step OK = Step.of("+OK\r\n");

    private static HealthCheck redis(Map<String, Object> options) {
        return new RedisCheckFactory().create(new Options(options));
    }

    @Override
    protected HealthCheck check() {
        return redis(Map.of("password", "s3cret"));
    }

    @Override
    protected List<Step> rightAnswers() {
        return List.of(OK, PONG);
    }

    @Override
    protected String protocol() {
        return "redis";
    }

    @Test
    void pingIsAnsweredWithPong() throws Exception {
        Script script = Script.of(PONG);
        Answer answer = ask(redis(Map.of()), script);

        assertThat(answer).isInstanceOf(Answer.Passing.class);
        assertThat(answer.reason()).matches("redis answered PONG in \\d+ ms");
        assertThat(script.requestTexts()).containsExactly("*1\r\n$4\r\nPING\r\n");
    }

    @Test
    void aPasswordIsSentFirst() throws Exception {
        Script script = Script.of(OK, PONG);

        assertThat(ask(redis(Map.of("password", "pässword")), script).isPassing()).isTrue();
        assertThat(script.requests().getFirst())
                .asString(UTF_8)
                .isEqualTo("*2\r\n$4\r\nAUTH\r\n$9\r\npässword\r\n");
    }

    @Test
    void aUserIsNamedWithThePassword() throws Exception {
        Script script = Script.of(OK, PONG);

        assertThat(ask(redis(Map.of("user", "shop", "password", "s3cret")), script).isPassing()).isTrue();
        assertThat(script.requestTexts())
                .containsExactly("*3\r\n$4\r\nAUTH\r\n$4\r\nshop\r\n$6\r\ns3cret\r\n", "*1\r\n$4\r\nPING\r\n");
    }

    @Test
    void anEmptyPasswordIsNone() throws Exception {
        Script script = Script.of(PONG);

        assertThat(ask(redis(Map.of("password", "", "user", "")), script).isPassing()).isTrue();
        assertThat(script.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOAUTH Authentication required. | redis wants a password, and none is given",
                "LOADING Redis is loading the dataset in memory | redis is still loading its data",
                "MASTERDOWN Link with MASTER is down | redis has lost its master and serves no old data",
                "MISCONF Redis is configured to save RDB snapshots | redis cannot save its data to disk",
                "BUSY Redis is busy running a script. | redis is busy with a script",
                "DENIED Redis is running in protected mode | redis is in protected mode and denies this host",
                "NOPERM this user has no permissions | redis does not let this user send PING",
                "ERR max number of clients reached | redis said: max number of clients reached",
                "OTHER x | redis answered PING with 'OTHER x'",
                "PONG | redis answered PING with 'PONG'"
            })
    void anErrorFailsInPlainWords(String error, String reason) throws Exception {
        assertThat(ask(redis(Map.of()), Script.of(Step.of("-" + error + "\r\n")))).isEqualTo(Answer.failing(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-WRONGPASS invalid username-password pair | redis refuses the password",
                "-ERR invalid password | redis refuses the password",
                "-ERR Client sent AUTH, but no password is set | redis has no password, though one is given",
                "-ERR AUTH <password> called without any password configured for the default user. Are you sure your"
                        + " configuration is correct? | redis has no password, though one is given",
                "-LOADING Redis is loading the dataset in memory | redis is still loading its data",
                "-ERR unknown command 'AUTH', with args beginning with: 's3cret' | redis said: unknown command 'AUTH'",
                "-ERR what is s3cret? | redis said: what is ***?",
                "+s3cret | redis answered AUTH with '***'"
            })
    void aRefusedLoginIsToldWithoutThePassword(String reply, String reason) throws Exception {
        assertThat(ask(check(), Script.of(Step.of(reply + "\r\n"), PONG))).isEqualTo(Answer.failing(reason));
    }

    @Test
    void aLineWithoutEndIsNotReadOn() {
        assertThatThrownBy(() -> ask(redis(Map.of()), Script.of(Step.of("+" + "x".repeat(100_000)))))
                .hasMessageStartingWith("no redis answer but a line without end on 127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$4\r\nPONG\r\n", "*1\r\n+PONG\r\n", ":1\r\n"})
    void otherRepliesAreNoAnswer(String reply) {
        assertThatThrownBy(() -> ask(redis(Map.of()), Script.of(Step.of(reply))))
                .hasMessageStartingWith("no redis answer but '" + reply.strip().split("\r\n")[0]);
    }

    @Test
    void aUserWithoutPasswordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis(Map.of("user", "shop")))
                .withMessage("a user needs a password");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 65_536, 4_294_973_675L})
    void aPortThatIsNoneIsRefused(long port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis(Map.of("port", port)))
                .withMessageContaining("ports are 1 to 65535");
    }
}
