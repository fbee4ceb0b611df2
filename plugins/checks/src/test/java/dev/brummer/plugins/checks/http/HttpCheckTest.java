package dev.brummer.plugins.checks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.brummer.plugins.checks.kit.LoopbackServer;
import dev.brummer.plugins.checks.net.Connection;
import dev.brummer.spi.Answer;
import dev.brummer.spi.Answer.Component;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCheckTest {
    private static HealthCheck http(Map<String, Object> options) {
        return new HttpCheckFactory().create(new Options(options));
    }

    private static Answer ask(LoopbackServer server, Map<String, Object> options) throws Exception {
        return http(options).check(new ScriptedCheckContext().firstPort(server.port()));
    }

    private static Answer ask(LoopbackServer server) throws Exception {
        return ask(server, Map.of("url", "/health"));
    }

    private static String empty(int status) {
        return "HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    @Test
    void aGetToTheFirstPortIsSentAndA200Passes() throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(empty(200))) {
            List<String> headers = List.of("X-Key: k", "host: shop.test");
            Answer answer = ask(server, Map.of("url", "/health?deep=1#x", "headers", headers));

            assertThat(answer).isInstanceOf(Answer.Passing.class);
            assertThat(answer.reason()).matches("http 200 in \\d+ ms");
            assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                    .startsWith("GET /health?deep=1 HTTP/1.1\r\n")
                    .contains("Host: shop.test\r\n", "X-Key: k\r\n", "Connection: close\r\n"));
        }
    }

    @Test
    void aWholeUrlNeedsNoClaimedPort() throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(empty(204))) {
            HealthCheck check = http(Map.of("url", "http://localhost:" + server.port()));

            assertThat(check.check(new ScriptedCheckContext()).reason()).startsWith("http 204 in ");
            assertThat(server.requests().getFirst())
                    .startsWith("GET / HTTP/1.1\r\n")
                    .contains("Host: localhost:" + server.port());
        }
    }

    @Test
    void aPathWithoutAClaimedPortCannotBeAsked() throws Exception {
        Answer answer = http(Map.of("url", "/health")).check(new ScriptedCheckContext());

        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        assertThat(answer.reason()).contains("claims no port", "'ports'");
    }

    @Test
    void aServerOnIpv6AloneIsFound() throws Exception {
        assumeThat(LoopbackServer.speaksIpv6()).isTrue();
        try (LoopbackServer server = LoopbackServer.on("::1", client -> {
            LoopbackServer.readRequest(client);
            client.getOutputStream().write(empty(200).getBytes(UTF_8));
        })) {
            assertThat(ask(server).isPassing()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200-399, 302, true", "200-399, 404, false", "204, 200, false", "204, 204, true", "401, 401, true",
        "200 - 204, 203, true"
    })
    void onlyTheExpectedStatusPasses(String expected, int status, boolean passes) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(empty(status))) {
            Answer answer = ask(server, Map.of("url", "/health", "status", List.of("599", expected)));

            assertThat(answer.isPassing()).isEqualTo(passes);
        }
    }

    @Test
    void anUnexpectedStatusSaysWhatItIs() throws Exception {
        try (LoopbackServer missing = LoopbackServer.answering(empty(404));
                LoopbackServer broken = LoopbackServer.answering(empty(500));
                LoopbackServer other = LoopbackServer.answering(empty(200))) {
            assertThat(ask(missing).reason()).matches("http 404 in \\d+ ms: nothing at /health");
            assertThat(ask(broken).reason()).matches("http 500 in \\d+ ms");
            assertThat(ask(other, Map.of("url", "/", "status", List.of("201", "204"))).reason())
                    .matches("http 200 in \\d+ ms, expected 201 or 204");
        }
    }

    @Test
    void aHealthyServiceWithAFailingPartIsDegraded() throws Exception {
        String body = "{\"status\":\"healthy\",\"dependencies\":{\"database\":true,\"payments\":\"down\"}}";
        try (LoopbackServer server = LoopbackServer.json(200, body)) {
            Answer answer = ask(server);

            assertThat(answer).isInstanceOf(Answer.Degraded.class);
            assertThat(answer.reason()).matches("payments down, http 200 in \\d+ ms");
            assertThat(answer.components())
                    .containsExactly(new Component("database", true, "up"), new Component("payments", false, "down"));
        }
    }

    @Test
    void aServiceMayCallItselfDegraded() throws Exception {
        try (LoopbackServer server = LoopbackServer.json(200, "{\"status\":\"WARN\"}")) {
            assertThat(ask(server)).isInstanceOf(Answer.Degraded.class);
            assertThat(ask(server).reason()).startsWith("status warn, http 200 in ");
        }
    }

    @Test
    void a200ThatSaysUnhealthyFails() throws Exception {
        try (LoopbackServer server = LoopbackServer.json(200, "{\"status\":\"unhealthy\"}")) {
            assertThat(ask(server)).isInstanceOf(Answer.Failing.class);
            assertThat(ask(server).reason()).matches("http 200 in \\d+ ms: unhealthy");
        }
    }

    @Test
    void a503NamesTheFailingPart() throws Exception {
        String body = "{\"status\":\"unhealthy\",\"dependencies\":{\"database\":false,\"redis\":true}}";
        try (LoopbackServer server = LoopbackServer.json(503, body)) {
            assertThat(ask(server).reason()).matches("http 503 in \\d+ ms: unhealthy, database down");
        }
    }

    @Test
    void manyFailingPartsAreCounted() throws Exception {
        String body = "{\"checks\":{\"a\":false,\"b\":false,\"c\":false,\"d\":false,\"e\":false}}";
        try (LoopbackServer server = LoopbackServer.json(503, body)) {
            assertThat(ask(server).reason()).endsWith(": a down, b down, c down, 2 more");
        }
    }

    @Test
    void anErrorWithoutAStatusWordIsQuoted() throws Exception {
        try (LoopbackServer server = LoopbackServer.json(500, "{\"error\":\"no such table: users\",\"status\":500}")) {
            assertThat(ask(server).reason()).endsWith(": no such table: users");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "health", "localhost:3001/health", "3001/health", "ftp://host/x", "http://", "/a b",
                "http://h:99999/", "http://h:port/"
            })
    void aUrlThatIsNoneIsSaidToBe(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> http(Map.of("url", url)));
    }

    @Test
    void aPasswordInAUrlIsRefusedAndNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> http(Map.of("url", "http://me:secret@host/")))
                .withMessageContaining("headers")
                .withMessageNotContaining("secret");
    }

    @Test
    void otherOptionsAreCheckedToo() {
        assertThatIllegalArgumentException().isThrownBy(() -> http(Map.of("url", "/", "status", List.of("2xx"))));
        assertThatIllegalArgumentException().isThrownBy(() -> http(Map.of("url", "/", "headers", List.of("no colon"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> http(Map.of("url", "/", "headers", List.of("A: b\r\nEvil: x"))));
    }

    @Test
    void aClosedPortIsRefused() throws Exception {
        int port = LoopbackServer.closedPort();

        assertThatThrownBy(() -> http(Map.of("url", "/health")).check(new ScriptedCheckContext().firstPort(port)))
                .hasMessage("connection refused on 127.0.0.1:" + port);
    }

    @Test
    void theServiceMayBindItsPortAgainAfterItClosedFirst() throws Exception {
        ServerSocket listener = LoopbackServer.listener("127.0.0.1", 0);
        Thread server = Thread.ofPlatform().start(() -> answerOnce(listener));
        int port = listener.getLocalPort();
        Answer answer = http(Map.of("url", "/health")).check(new ScriptedCheckContext().firstPort(port));
        server.join();
        listener.close();

        assertThat(answer.isPassing()).isTrue();
        try (ServerSocket next = LoopbackServer.listener("127.0.0.1", port)) {
            assertThat(next.isBound()).isTrue();
        }
    }

    private static void answerOnce(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            LoopbackServer.readRequest(client);
            client.getOutputStream().write(empty(200).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
