package dev.brummer.plugins.checks.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.Script;
import dev.brummer.plugins.checks.kit.Script.Step;
import dev.brummer.plugins.checks.kit.ServerContract;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaCheckTest extends ServerContract {
    private static final String ID = "4252554d";
    /** Produce 0 to 11 and ApiVersions 0 to 4. */
    private static final String TWO_APIS = "00000002" + "00000000000b" + "001200000004";

    private static HealthCheck kafka() {
        return new KafkaCheckFactory().create(new Options(Map.of()));
    }

    @Override
    protected HealthCheck check() {
        return kafka();
    }

    @Override
    protected List<Step> rightAnswers() {
        return List.of(answer("0000" + TWO_APIS));
    }

    @Override
    protected String protocol() {
        return "kafka";
    }

    private static Step answer(String afterId) {
        byte[] body = HexFormat.of().parseHex(ID + afterId);
        return Step.of(HexFormat.of().parseHex("%08x".formatted(body.length) + HexFormat.of().formatHex(body)));
    }

    @Test
    void itsVersionsAreAskedFor() throws Exception {
        Script script = Script.of(rightAnswers());
        Answer answer = ask(kafka(), script);

        assertThat(answer).isInstanceOf(Answer.Passing.class);
        assertThat(answer.reason()).matches("kafka answered in \\d+ ms");
        assertThat(script.requests()).singleElement().satisfies(request -> assertThat(HexFormat.of().formatHex(request))
                .isEqualTo("00000011" + "0012" + "0000" + ID + "0007" + "6272756d6d6572"));
    }

    @ParameterizedTest
    @CsvSource({
        "0023, kafka answered with error 35: unsupported version",
        "ffff, kafka answered with error -1: unknown server error",
        "0008, kafka answered with error 8: broker not available",
        "0063, kafka answered with error 99"
    })
    void anErrorIsTold(String error, String reason) throws Exception {
        assertThat(ask(kafka(), Script.of(answer(error + "00000000")))).isEqualTo(Answer.failing(reason));
    }

    @Test
    void aControllerIsNoBroker() throws Exception {
        assertThat(ask(kafka(), Script.of(answer("0000" + "00000001" + "001200000004"))))
                .isEqualTo(Answer.failing("kafka answered, but is no broker: it takes no messages"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff", "7fffffff", "80000000", "00000003", "00000002" + "00000000000b"})
    void aListOfAnotherLengthIsNoAnswer(String list) {
        assertThatThrownBy(() -> ask(kafka(), Script.of(answer("0000" + list))))
                .hasMessageStartingWith("no kafka answer but malformed bytes on ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "00000005", "00010001", "7fffffff", "80000000", "ffffffff"})
    void anAbsurdLengthIsNoAnswer(String length) {
        byte[] head = HexFormat.of().parseHex(length + ID);

        assertThatThrownBy(() -> ask(kafka(), Script.of(Step.of(head)))).hasMessageStartingWith("no kafka answer but ");
    }

    @Test
    void theAnswerToAnotherIsNone() {
        byte[] stranger = HexFormat.of().parseHex("00000006" + "00000001" + "0000");

        assertThatThrownBy(() -> ask(kafka(), Script.of(Step.of(stranger))))
                .hasMessageStartingWith("no kafka answer but malformed bytes on ");
    }
}
