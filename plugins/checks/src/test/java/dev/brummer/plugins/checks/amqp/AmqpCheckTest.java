package dev.brummer.plugins.checks.amqp;

import static dev.brummer.plugins.checks.amqp.AmqpMethod.frame;
import static dev.brummer.plugins.checks.amqp.AmqpMethod.int16;
import static dev.brummer.plugins.checks.amqp.AmqpMethod.int32;
import static dev.brummer.plugins.checks.amqp.AmqpMethod.longText;
import static dev.brummer.plugins.checks.amqp.AmqpMethod.shortText;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.LoopbackServer;
import dev.brummer.plugins.checks.kit.Script;
import dev.brummer.plugins.checks.kit.Script.Step;
import dev.brummer.plugins.checks.kit.ServerContract;
import dev.brummer.spi.Answer;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmqpCheckTest extends ServerContract {
    private static final Map<String, Object> SHOP = Map.of("user", "shop", "password", "s3cret", "vhost", "orders");
    private static final Step START = Step.of(start("PLAIN AMQPLAIN"));
    private static final Step TUNE = Step.of(frame(AmqpMethod.TUNE, int16(2047), int32(131072), int16(60)));
    private static final Step OPEN_OK = Step.of(frame(AmqpMethod.OPEN_OK, shortText("")));
    private static final Step CLOSE_OK = Step.of(frame(AmqpMethod.CLOSE_OK));

    private static HealthCheck amqp(Map<String, Object> options) {
        return new AmqpCheckFactory().create(new Options(options));
    }

    @Override
    protected HealthCheck check() {
        return amqp(SHOP);
    }

    @Override
    protected List<Step> rightAnswers() {
        return List.of(START, TUNE, OPEN_OK, CLOSE_OK);
    }

    @Override
    protected String protocol() {
        return "amqp";
    }

    /** With a field of every type that the specification and RabbitMQ know. */
    private static byte[] start(String mechanisms) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        Map.of('t', 1, 'b', 1, 'B', 1, 's', 2, 'u', 2, 'U', 2, 'I', 4, 'i', 4, 'f', 4, 'D', 5)
                .forEach((type, size) -> field(table, type, new byte[size]));
        Map.of('l', 8, 'L', 8, 'd', 8, 'T', 8, 'V', 0).forEach((type, size) -> field(table, type, new byte[size]));
        for (char nested : new char[] {'F', 'A', 'x'}) {
            field(table, nested, longText(new byte[] {9, 9, 9}));
        }
        table.writeBytes(shortText("product"));
        table.write('S');
        table.writeBytes(longText("RabbitMQ".getBytes(UTF_8)));
        table.writeBytes(shortText("version"));
        table.write('S');
        table.writeBytes(longText("3.10.8".getBytes(UTF_8)));
        return start(longText(table.toByteArray()), mechanisms);
    }

    private static byte[] start(byte[] table, String mechanisms) {
        return frame(
                AmqpMethod.START,
                new byte[] {0, 9},
                table,
                longText(mechanisms.getBytes(UTF_8)),
                longText("en_US".getBytes(UTF_8)));
    }

    private static void field(ByteArrayOutputStream table, char type, byte[] value) {
        table.writeBytes(shortText("field-" + type));
        table.write(type);
        table.writeBytes(value);
    }

    private static byte[] close(int code, String text) {
        return frame(AmqpMethod.CLOSE, int16(code), shortText(text), int32(0));
    }

    @Test
    void theHeaderIsAnsweredByAnIntroduction() throws Exception {
        Script script = Script.of(START);
        Answer answer = ask(amqp(Map.of()), script);

        assertThat(answer).isInstanceOf(Answer.Passing.class);
        assertThat(answer.reason()).matches("RabbitMQ 3\\.10\\.8 answered in \\d+ ms");
        assertThat(script.isLeft()).isTrue();
        assertThat(script.requestTexts()).containsExactly("AMQP\0\0\11\1");
    }

    @Test
    void aLoginEndsWithAWord() throws Exception {
        Script script = Script.of(rightAnswers());
        Answer answer = ask(check(), script);

        assertThat(answer.reason()).matches("RabbitMQ 3\\.10\\.8 let shop in, in \\d+ ms");
        assertThat(script.requests()).hasSize(4);
        assertThat(script.requestTexts().get(1))
                .contains("authentication_failure_close", "\5PLAIN\0\0\0\14\0shop\0s3cret\5en_US");
        assertThat(HexFormat.of().formatHex(script.requests().get(2)))
                .as("tune-ok with the server's numbers and no heartbeat, and open")
                .isEqualTo("010000" + "0000000c" + "000a001f" + "07ff" + "00020000" + "0000" + "ce"
                        + "010000" + "0000000d" + "000a0028" + "066f7264657273" + "00" + "00" + "ce");
        assertThat(HexFormat.of().formatHex(script.requests().get(3)))
                .as("close")
                .isEqualTo("010000" + "0000000b" + "000a0032" + "00c8" + "00" + "00000000" + "ce");
    }

    @Test
    void aBrokerWithoutANameAnswersToo() throws Exception {
        Answer answer = ask(amqp(Map.of()), Script.of(Step.of(start(int32(0), "PLAIN"))));

        assertThat(answer.reason()).matches("amqp server answered in \\d+ ms");
    }

    @Test
    void aRefusedLoginFails() throws Exception {
        Script script = Script.of(START, Step.of(close(403, "ACCESS_REFUSED - s3cret was refused")));

        assertThat(ask(check(), script))
                .isEqualTo(Answer.failing("RabbitMQ 3.10.8 refuses shop: ACCESS_REFUSED - *** was refused (403)"));
        assertThat(script.isLeft()).isTrue();
        assertThat(script.requests().getLast()).as("close-ok").isEqualTo(frame(AmqpMethod.CLOSE_OK));
    }

    @Test
    void aRefusedVirtualHostFails() throws Exception {
        assertThat(ask(check(), Script.of(START, TUNE, Step.of(close(530, "NOT_ALLOWED - vhost orders not found")))))
                .isEqualTo(Answer.failing(
                        "RabbitMQ 3.10.8 refuses shop: NOT_ALLOWED - vhost orders not found (530)"));
    }

    @Test
    void aBrokerWithoutPlainIsToldOf() throws Exception {
        assertThat(ask(check(), Script.of(Step.of(start("EXTERNAL PLAINTEXT")))))
                .isEqualTo(Answer.failing("RabbitMQ 3.10.8 offers no login by PLAIN, the one this check has"));
    }

    @ParameterizedTest
    @CsvSource({"00000908, 0-9-8", "00000800, 0-8-0", "00010000, 1-0", "03010000, 1-0"})
    void anotherVersionIsToldOf(String version, String told) throws Exception {
        byte[] header = HexFormat.of().parseHex("414d5150" + version);

        assertThat(ask(amqp(Map.of()), Script.of(Step.of(header))))
                .isEqualTo(Answer.failing("amqp server speaks version " + told + " and not 0-9-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 65537, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anAbsurdLengthIsNoAnswer(int length) {
        byte[] head = ByteBuffer.allocate(7).put((byte) 1).putShort((short) 0).putInt(length).array();

        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(head)))).hasMessageStartingWith("no amqp answer but");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aTableLongerThanItsFrameIsNoAnswer(int length) {
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(start(int32(length), "PLAIN")))))
                .hasMessageStartingWith("no amqp answer but malformed bytes on ");
    }

    @Test
    void framesOfAnotherKindAreNoAnswer() {
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(frame(99))))).hasMessageStartingWith("no amqp answer");
        byte[] endless = start("PLAIN");
        endless[endless.length - 1] = 0;
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(endless)))).hasMessageStartingWith("no amqp answer");
        assertThatThrownBy(() -> ask(check(), Script.of(START, OPEN_OK)))
                .hasMessageStartingWith("no amqp answer but method 41 where 30 is due on ");
    }

    @Test
    void aLoginNeedsBoth() {
        for (String only : List.of("user", "password")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> amqp(Map.of(only, "shop")))
                    .withMessageContaining("both");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amqp(Map.of("management", "http://localhost:15672")))
                .withMessageContaining("needs a user");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amqp(Map.of("max_queue", 5L)))
                .withMessageContaining("needs 'management'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amqp(Map.of("vhost", "x".repeat(256))))
                .withMessageContaining("256 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> withManagement("/api", 1)).withMessageContaining("URL");
    }

    private static HealthCheck withManagement(String url, long most) {
        Map<String, Object> options = new HashMap<>(SHOP);
        options.put("management", url);
        options.put("max_queue", most);
        return amqp(options);
    }

    private Answer askBoth(LoopbackServer management, long most) throws Exception {
        return ask(withManagement("http://127.0.0.1:" + management.port() + "/", most), Script.of(rightAnswers()));
    }

    @Test
    void queuesAreComponents() throws Exception {
        String body = "{\"total_count\":2,\"x\":[{\"name\":\"no\"}],\"items\":["
                + "{\"messages\":3,\"name\":\"orders\",\"vhost\":\"/\",\"arguments\":{}},"
                + "{\"name\":\"mail\",\"vhost\":\"shop\",\"messages\":1},{\"name\":\"new\"}],\"page\":1}";
        try (LoopbackServer management = LoopbackServer.json(200, body)) {
            Answer answer = askBoth(management, 3);

            assertThat(answer).isInstanceOf(Answer.Passing.class);
            assertThat(answer.components())
                    .containsExactly(
                            new Component("orders", true, "3 messages"),
                            new Component("shop/mail", true, "1 message"),
                            new Component("new", true, "0 messages"));
            assertThat(management.requests().getFirst())
                    .startsWith("GET /api/queues?page=1&page_size=100&")
                    .contains("Authorization: Basic c2hvcDpzM2NyZXQ=\r\n");
        }
    }

    @Test
    void aQueueThatIsTooFullDegrades() throws Exception {
        StringBuilder body = new StringBuilder("{\"items\":[");
        for (int queue = 9; queue > 0; queue--) {
            body.append("{\"name\":\"q%1$d\",\"vhost\":\"/\",\"messages\":%1$d},".formatted(queue));
        }
        body.setLength(body.length() - 1);
        try (LoopbackServer management = LoopbackServer.json(200, body + "]}")) {
            Answer answer = askBoth(management, 4);

            assertThat(answer).isInstanceOf(Answer.Degraded.class);
            assertThat(answer.reason())
                    .matches("q9 holds 9 messages, q8 holds 8 messages, q7 holds 7 messages and 2 more, more than 4; "
                            + "RabbitMQ 3\\.10\\.8 let shop in, in \\d+ ms");
            assertThat(answer.components()).filteredOn(part -> !part.healthy()).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"error\":\"not_authorised\"} | http 401 from the management",
                "200 | [] | no list of queues from the management",
                "200 | {\"items\":[{\"name\":\"orders | no list of queues from the management",
                "200 | {\"items\":[{\"messages\":99999999999999999999}]} | no list of queues from the management",
                "200 | {\"items\": s3cret } | no list of queues from the management"
            })
    void queuesThatAreNotKnownDegrade(int status, String body, String why) throws Exception {
        try (LoopbackServer management = LoopbackServer.json(status, body)) {
            Answer answer = askBoth(management, 3);

            assertThat(answer).isInstanceOf(Answer.Degraded.class);
            assertThat(answer.reason()).startsWith("queues not known: " + why + "; RabbitMQ 3.10.8 let shop in");
        }
    }

    @Test
    void aManagementThatIsNotThereDegrades() throws Exception {
        int port = LoopbackServer.closedPort();

        assertThat(ask(withManagement("http://127.0.0.1:" + port, 3), Script.of(rightAnswers())).reason())
                .startsWith("queues not known: connection refused on 127.0.0.1:" + port + "; RabbitMQ");
    }

    @Test
    void theManagementIsNotAskedOfABrokerThatFails() throws Exception {
        try (LoopbackServer management = LoopbackServer.json(200, "{}");
                LoopbackServer broker = LoopbackServer.that(Script.of(START, Step.of(close(403, "no"))))) {
            HealthCheck check = withManagement("http://127.0.0.1:" + management.port(), 3);

            assertThat(check.check(new ScriptedCheckContext().firstPort(broker.port())))
                    .isInstanceOf(Answer.Failing.class);
            assertThat(management.requests()).isEmpty();
        }
    }
}
