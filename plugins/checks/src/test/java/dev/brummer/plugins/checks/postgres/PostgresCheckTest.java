package dev.brummer.plugins.checks.postgres;

import static dev.brummer.plugins.checks.postgres.PostgresScript.authentication;
import static dev.brummer.plugins.checks.postgres.PostgresScript.error;
import static dev.brummer.plugins.checks.postgres.PostgresScript.join;
import static dev.brummer.plugins.checks.postgres.PostgresScript.message;
import static dev.brummer.plugins.checks.postgres.PostgresScript.scram;
import static dev.brummer.plugins.checks.postgres.PostgresScript.welcome;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.LoopbackServer;
import dev.brummer.plugins.checks.kit.Script;
import dev.brummer.plugins.checks.kit.Script.Step;
import dev.brummer.plugins.checks.kit.ServerContract;
import dev.brummer.plugins.checks.net.Server;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresCheckTest extends ServerContract {
    private static final byte[] WANTS_SCRAM = authentication(10, "SCRAM-SHA-256\0\0".getBytes(UTF_8));
    private static final byte[] STARTING = error("57P03", "the database system is starting up");
    private static final byte[] NO_ROLE = error("28000", "role \"postgres\" does not exist");
    private static final Map<String, Object> SHOP = Map.of("user", "shop", "password", "s3cret", "database", "orders");

    private static HealthCheck postgres(Map<String, Object> options) {
        return new PostgresCheckFactory().create(new Options(options));
    }

    private static HealthCheck guessing() {
        return postgres(Map.of());
    }

    @Override
    protected HealthCheck check() {
        return postgres(SHOP);
    }

    @Override
    protected List<Step> rightAnswers() {
        return scram("s3cret");
    }

    @Override
    protected String protocol() {
        return "postgres";
    }

    @Test
    void aServerThatWantsAPasswordAnswers() throws Exception {
        Script script = Script.of(Step.of(WANTS_SCRAM));
        Answer answer = ask(guessing(), script);

        assertThat(answer).isInstanceOf(Answer.Passing.class);
        assertThat(answer.reason()).matches("postgres answered in \\d+ ms and wants a password");
        assertThat(script.requestTexts().getFirst().substring(4))
                .isEqualTo("\0\3\0\0user\0postgres\0database\0postgres\0application_name\0brummer\0"
                        + "client_encoding\0UTF8\0\0");
        byte[] request = script.requests().getFirst();
        assertThat(ByteBuffer.wrap(request).getInt()).isEqualTo(request.length);
    }

    @Test
    void aServerThatLetsEverybodyInIsLeftPolitely() throws Exception {
        Script script = Script.of(Step.of(welcome()));
        Answer answer = ask(guessing(), script);

        assertThat(answer.reason()).matches("postgres answered in \\d+ ms");
        assertThat(script.isLeft()).isTrue();
        assertThat(script.requestTexts()).hasSize(2).last().isEqualTo("X\0\0\0\4");
    }

    @Test
    void aRefusedGuessIsAnAnswerAndIsNotRepeated() throws Exception {
        HealthCheck check = guessing();
        assertThat(ask(check, Script.of(Step.of(NO_ROLE))).reason()).matches("postgres answered in \\d+ ms");

        for (String said : List.of("G", "N")) {
            Script later = Script.of(Step.of(said));
            assertThat(ask(check, later).reason()).matches("postgres answered in \\d+ ms");
            assertThat(later.requests())
                    .singleElement()
                    .isEqualTo(ByteBuffer.allocate(8).putInt(8).putInt(80877104).array());
        }
    }

    @Test
    void aKnockMayBeRefusedInWords() throws Exception {
        HealthCheck check = guessing();
        ask(check, Script.of(Step.of(NO_ROLE)));

        Step unsupported = Step.of(error("0A000", "unsupported frontend protocol"));
        assertThat(ask(check, Script.of(unsupported)).isPassing()).isTrue();
        assertThatThrownBy(() -> ask(check, Script.of(Step.of("Hello, world"))))
                .hasMessageStartingWith("no postgres answer but 'Hello, world' on ");
        assertThat(ask(check, Script.of(Step.of(STARTING))))
                .isEqualTo(Answer.failing("postgres takes no connections: the database system is starting up (57P03)"));
    }

    @Test
    void aServerThatStartsUpIsNotReady() throws Exception {
        assertThat(ask(guessing(), Script.of(Step.of(STARTING))))
                .isEqualTo(Answer.failing("postgres takes no connections: the database system is starting up (57P03)"));
    }

    @Test
    void aServerThatStartsUpIsAskedLessAndLessOften() throws Exception {
        AtomicLong now = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        Options options = new Options(Map.of());
        HealthCheck check = new PostgresCheck(
                Server.from(options), new PostgresConversation(Login.from(options)), now::get);
        List<Long> times = new ArrayList<>();
        Step starting = _ -> {
            asked.incrementAndGet();
            return STARTING;
        };
        try (LoopbackServer server = LoopbackServer.that(Script.of(starting))) {
            for (int millis = 0; millis <= 5000; millis += 25) {
                now.set(Duration.ofMillis(millis).toNanos());
                int before = asked.get();
                assertThat(check.check(new ScriptedCheckContext().firstPort(server.port())).reason()).contains("57P03");
                if (asked.get() > before) {
                    times.add((long) millis);
                }
            }
        }
        assertThat(times).containsExactly(0L, 50L, 150L, 350L, 750L, 1550L, 2550L, 3550L, 4550L);
    }

    @Test
    void onceItHasStartedUpTheNextPauseIsShortAgain() throws Exception {
        AtomicLong now = new AtomicLong();
        Options options = new Options(Map.of());
        HealthCheck check = new PostgresCheck(
                Server.from(options), new PostgresConversation(Login.from(options)), now::get);
        ask(check, Script.of(Step.of(STARTING)));
        assertThat(ask(check, Script.of(Step.of(welcome()))).isPassing()).as("within the pause").isFalse();

        now.addAndGet(Duration.ofMillis(50).toNanos());

        assertThat(ask(check, Script.of(Step.of(welcome()))).isPassing()).isTrue();
        assertThat(ask(check, Script.of(Step.of(welcome()))).isPassing()).isTrue();
    }

    @Test
    void aServerWithoutRoomIsDegraded() throws Exception {
        Answer answer = ask(guessing(), Script.of(Step.of(error("53300", "sorry, too many clients already"))));

        assertThat(answer).isInstanceOf(Answer.Degraded.class);
        assertThat(answer.reason()).isEqualTo("postgres has no room: sorry, too many clients already (53300)");
    }

    @Test
    void aLoginByScram() throws Exception {
        Answer answer = ask(check(), Script.of(rightAnswers()));

        assertThat(answer).isInstanceOf(Answer.Passing.class);
        assertThat(answer.reason()).matches("postgres let shop in, in \\d+ ms");
    }

    @Test
    void aLoginByScramWithAWrongPassword() throws Exception {
        assertThat(ask(check(), Script.of(scram("another"))))
                .isEqualTo(Answer.failing(
                        "postgres refuses shop: password authentication failed for user \"shop\" (28P01)"));
    }

    @Test
    void aServerThatDoesNotKnowThePasswordIsNotBelieved() throws Exception {
        List<Step> forged = new ArrayList<>(scram("s3cret"));
        forged.set(2, Step.of(join(authentication(12, "v=AAAA".getBytes(UTF_8)), welcome())));
        List<Step> skipped = new ArrayList<>(scram("s3cret"));
        skipped.set(2, Step.of(welcome()));

        for (List<Step> steps : List.of(forged, skipped)) {
            assertThat(ask(check(), Script.of(steps)))
                    .isEqualTo(Answer.failing(
                            "postgres does not prove that it knows the password; another may have its port"));
        }
    }

    @Test
    void aLoginByMd5() throws Exception {
        Step salt = Step.of(authentication(5, (byte) 1, (byte) 2, (byte) 3, (byte) 4));
        Script script = Script.of(salt, Step.of(welcome()));

        assertThat(ask(check(), script).isPassing()).isTrue();
        assertThat(script.requestTexts().get(1)).isEqualTo("p\0\0\0\u0028md5" + expectedMd5() + "\0");
    }

    private static String expectedMd5() throws Exception {
        var md5 = java.security.MessageDigest.getInstance("MD5");
        String inner = HexFormat.of().formatHex(md5.digest("s3cretshop".getBytes(UTF_8)));
        return HexFormat.of().formatHex(md5.digest((inner + "\1\2\3\4").getBytes(UTF_8)));
    }

    @Test
    void aLoginInClearText() throws Exception {
        Script script = Script.of(Step.of(authentication(3)), Step.of(welcome()));

        assertThat(ask(check(), script).isPassing()).isTrue();
        assertThat(script.requestTexts().get(1)).isEqualTo("p\0\0\0\13s3cret\0");
    }

    @Test
    void aLoginOfAnotherKindIsNamed() throws Exception {
        assertThat(ask(check(), Script.of(Step.of(authentication(7)))))
                .isEqualTo(Answer.failing("postgres wants a login of kind 7, which this check has not"));
        assertThat(ask(check(), Script.of(Step.of(authentication(10, "OAUTHBEARER\0\0".getBytes(UTF_8))))))
                .isEqualTo(Answer.failing("postgres wants a login other than SCRAM-SHA-256, which this check has not"));
    }

    @Test
    void aLoginThatIsAskedForMustSucceed() throws Exception {
        assertThat(ask(postgres(Map.of("database", "shop")), Script.of(Step.of(error("3D000", "no such database")))))
                .isEqualTo(Answer.failing("postgres refuses postgres: no such database (3D000)"));
    }

    @Test
    void thePasswordIsNotRepeated() throws Exception {
        assertThat(ask(check(), Script.of(Step.of(error("28P01", "s3cret\u001b[2J\nis wrong")))))
                .isEqualTo(Answer.failing("postgres refuses shop: *** is wrong (28P01)"));
        assertThat(Login.from(new Options(SHOP)).toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"R, 3", "R, 65537", "E, 2147483647", "S, -1", "E, -2147483648"})
    void anAbsurdLengthIsNoAnswer(char type, int length) {
        byte[] head = ByteBuffer.allocate(5).put((byte) type).putInt(length).array();

        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(head))))
                .hasMessageStartingWith("no postgres answer but");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "C", "Cabc", "C57P03\0M"})
    void aMalformedErrorIsNoAnswer(String fields) {
        byte[] error = message('E', fields.getBytes(UTF_8));

        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(error))))
                .hasMessageStartingWith("no postgres answer but malformed bytes on ");
    }

    @Test
    void messagesOutOfOrderAreNoAnswer() {
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(message('Z', new byte[] {'I'})))))
                .hasMessageStartingWith("no postgres answer but a greeting before the login");
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(authentication(12, (byte) 'v')))))
                .hasMessageStartingWith("no postgres answer but malformed bytes");
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of("N\0\0\0\4".repeat(1000)))))
                .hasMessageStartingWith("no postgres answer but messages without end");
    }
}
