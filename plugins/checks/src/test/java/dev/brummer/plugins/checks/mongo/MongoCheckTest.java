package dev.brummer.plugins.checks.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.Script;
import dev.brummer.plugins.checks.kit.Script.Step;
import dev.brummer.plugins.checks.kit.ServerContract;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Debian and Maven Central have no MongoDB, so that a real one is not asked here: the bytes are those of the MongoDB
 * wire protocol's specification and of bsonspec.org, written out by hand.
 */
class MongoCheckTest extends ServerContract {
    private static final String OK = "016f6b00" + "000000000000f03f";
    private static final String PRIMARY = "08" + name("isWritablePrimary") + "01";
    private static final String SECONDARY = "08" + name("isWritablePrimary") + "00" + "08" + name("secondary") + "01";
    private static final String NEITHER = "08" + name("isWritablePrimary") + "00" + "08" + name("secondary") + "00";
    private static final String SET = "02" + name("setName") + "04000000" + "72733000";

    private static HealthCheck mongodb() {
        return new MongoCheckFactory().create(new Options(Map.of()));
    }

    @Override
    protected HealthCheck check() {
        return mongodb();
    }

    @Override
    protected List<Step> rightAnswers() {
        return List.of(Step.of(answer(SET + PRIMARY + OK)));
    }

    @Override
    protected String protocol() {
        return "mongodb";
    }

    /** A name with its zero, in hexadecimal digits. */
    private static String name(String text) {
        return HexFormat.of().formatHex((text + "\0").getBytes(UTF_8));
    }

    private static byte[] answer(String elements) {
        byte[] inner = HexFormat.of().parseHex(elements);
        byte[] document = ByteBuffer.allocate(5 + inner.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(5 + inner.length)
                .put(inner)
                .array();
        return message(1, 2013, 0, 0, document);
    }

    private static byte[] message(int responseTo, int opCode, int flags, int kind, byte[] document) {
        return ByteBuffer.allocate(21 + document.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(21 + document.length)
                .putInt(4711)
                .putInt(responseTo)
                .putInt(opCode)
                .putInt(flags)
                .put((byte) kind)
                .put(document)
                .array();
    }

    private static Answer ask(String elements) throws Exception {
        return ask(mongodb(), Script.of(Step.of(answer(elements))));
    }

    @Test
    void helloIsAskedInOneMessage() throws Exception {
        Script script = Script.of(rightAnswers());
        ask(mongodb(), script);

        assertThat(script.requests()).singleElement().satisfies(request -> assertThat(HexFormat.of().formatHex(request))
                .isEqualTo("34000000" + "01000000" + "00000000" + "dd070000" + "00000000" + "00"
                        + "1f000000" + "10" + name("hello") + "01000000" + "02" + name("$db") + "06000000"
                        + name("admin") + "00"));
    }

    @Test
    void whoeverServesPasses() throws Exception {
        assertThat(ask(PRIMARY + OK).reason()).matches("mongodb answered in \\d+ ms");
        assertThat(ask(SET + PRIMARY + OK).reason()).matches("mongodb primary of rs0 answered in \\d+ ms");
        assertThat(ask(SET + SECONDARY + OK).reason()).matches("mongodb secondary of rs0 answered in \\d+ ms");
        assertThat(ask(SET + NEITHER + "08" + name("arbiterOnly") + "01" + OK).reason())
                .matches("mongodb arbiter of rs0 answered in \\d+ ms");
        assertThat(ask("02" + name("msg") + "09000000" + name("isdbgrid") + PRIMARY + OK).reason())
                .matches("mongodb router answered in \\d+ ms");
    }

    @Test
    void aMemberThatDoesNotServeYetFails() throws Exception {
        assertThat(ask(SET + NEITHER + OK))
                .isEqualTo(Answer.failing("mongodb of rs0 is neither primary nor secondary yet"));
        assertThat(ask(NEITHER + OK)).isEqualTo(Answer.failing("mongodb is neither primary nor secondary yet"));
    }

    @Test
    void anErrorIsTold() throws Exception {
        String error = "01" + name("ok") + "0000000000000000" + "02" + name("errmsg") + "05000000" + name("nope")
                + "10" + name("code") + "3b000000";

        assertThat(ask(error)).isEqualTo(Answer.failing("mongodb said: nope (59)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1061000100000010620002000000", // two numbers
                "03610005000000000461000500000000", // document, array
                "05610003000000000102030661000a6100", // binary, undefined, null
                "0761000102030405060708090a0b0c", // object id
                "0961000102030405060708116100010203040506070812610001020304050607081361000102030405060708"
                        + "0102030405060708", // time, timestamp, int64, decimal
                "0b610061006200", // expression
                "0c6100020000006100" + "0102030405060708090a0b0c", // pointer
                "0d61000200000061000e61000200000061000f61000600000061007f6100ff6100" // code, symbol, scope, keys
            })
    void fieldsOfEveryTypeArePassedOver(String elements) throws Exception {
        assertThat(ask(elements + PRIMARY + OK).isPassing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02610000000000", "026100ffffff7f", "026100ffffffff", "036100ffffff7f", "03610000000080",
                "056100ffffff7f", "056100ffffffff00", "046100ffffffff", "996100", "0261", "0161000000"
            })
    void aMalformedDocumentIsNoAnswer(String elements) {
        assertThatThrownBy(() -> ask(elements)).hasMessageStartingWith("no mongodb answer but malformed bytes on ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, 6, 5_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aDocumentOfAnotherLengthIsNoAnswer(int length) {
        byte[] document = ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();

        assertThatThrownBy(() -> ask(mongodb(), Script.of(Step.of(message(1, 2013, 0, 0, document)))))
                .hasMessageStartingWith("no mongodb answer but malformed bytes on ");
    }

    @ParameterizedTest
    @CsvSource({"2, 2013, 0, 0", "1, 1, 0, 0", "1, 2013, 4, 0", "1, 2013, 0, 1"})
    void aMessageOfAnotherKindIsNoAnswer(int responseTo, int opCode, int flags, int kind) {
        byte[] message = message(responseTo, opCode, flags, kind, new byte[] {5, 0, 0, 0, 0});

        assertThatThrownBy(() -> ask(mongodb(), Script.of(Step.of(message))))
                .hasMessageStartingWith("no mongodb answer but ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 20, 300_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anAbsurdLengthIsNoAnswer(int length) {
        byte[] head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array();

        assertThatThrownBy(() -> ask(mongodb(), Script.of(Step.of(head))))
                .hasMessageStartingWith("no mongodb answer but ");
    }
}
