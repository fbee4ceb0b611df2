package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.server.TestServer.Answered;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is not let in, and what is not taken from those who are. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    private TestServer server;

    @BeforeAll
    void open(@TempDir Path own) throws IOException {
        server = new TestServer(own);
    }

    @AfterEach
    void theSessionGoesOnAndNothingWasDone() throws IOException {
        assertThat(server.session.did).isEmpty();
        assertThat(server.get("/v1/fleet").status()).isEqualTo(200);
    }

    @AfterAll
    void close() throws IOException {
        server.close();
    }

    private static final String DOWN = "POST /v1/actions/down HTTP/1.1\r\n";
    private static final String BODY =
            "Connection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    /** Headers that are not enough, and what they are answered with. HOST and TOKEN are the right ones. */
    static Stream<Arguments> strangers() {
        return Stream.of(
                stranger("no token", 401, "Host: HOST"),
                stranger("wrong token", 401, "Host: HOST", "Authorization: Bearer 0123456789abcdef"),
                stranger("beginning of the token", 401, "Host: HOST", "Authorization: Bearer TOKE"),
                stranger("empty token", 401, "Host: HOST", "Authorization: Bearer "),
                stranger("another scheme", 401, "Host: HOST", "Authorization: Basic TOKEN"),
                stranger("no scheme", 401, "Host: HOST", "Authorization: TOKEN"),
                stranger("token in another header", 401, "Host: HOST", "X-Token: TOKEN"),
                stranger("token in a cookie", 401, "Host: HOST", "Cookie: token=TOKEN"),
                stranger("two tokens", 401, "Host: HOST", "Authorization: Bearer TOKEN", "Authorization: Bearer x"),
                stranger("foreign host", 403, "Host: evil.example:PORT", "Authorization: Bearer TOKEN"),
                stranger("another port", 403, "Host: 127.0.0.1:80", "Authorization: Bearer TOKEN"),
                stranger("no port", 403, "Host: localhost", "Authorization: Bearer TOKEN"),
                stranger("no host", 403, "Authorization: Bearer TOKEN"),
                stranger("two hosts", 403, "Host: HOST", "Host: HOST", "Authorization: Bearer TOKEN"),
                stranger("a host that goes on", 403, "Host: HOST.evil.example", "Authorization: Bearer TOKEN"),
                stranger("foreign origin", 403, "Host: HOST", "Origin: http://evil.example", "Authorization: Bearer TOKEN"),
                stranger("another port's origin", 403, "Host: HOST", "Origin: http://127.0.0.1:1", "Authorization: Bearer TOKEN"),
                stranger("no page's origin", 403, "Host: HOST", "Origin: null", "Authorization: Bearer TOKEN"),
                stranger("empty origin", 403, "Host: HOST", "Origin: ", "Authorization: Bearer TOKEN"),
                stranger("two origins", 403, "Host: HOST", "Origin: http://HOST", "Origin: http://evil.example",
                        "Authorization: Bearer TOKEN"));
    }

    private static Arguments stranger(String name, int status, String... headers) {
        return Arguments.of(name, status, String.join("\r\n", headers) + "\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void whoDoesNotShowWhatIsAskedForIsRefused(String name, int status, String headers) throws IOException {
        Answered answered = server.send(DOWN + filled(headers) + BODY);
        assertThat(answered.status()).as(answered.toString()).isEqualTo(status);
        assertThat(answered.body()).doesNotContain(server.token());
    }

    private String filled(String headers) {
        return headers.replace("TOKEN", server.token())
                .replace("TOKE\r", server.token().substring(0, 63) + "\r")
                .replace("HOST", "127.0.0.1:" + server.port())
                .replace("PORT", Integer.toString(server.port()));
    }

    @Test
    void theTokenIsNotTakenFromTheAddress() throws IOException {
        String host = "Host: 127.0.0.1:" + server.port() + "\r\nConnection: close\r\n\r\n";
        Answered answered = server.send("GET /v1/fleet?token=" + server.token() + " HTTP/1.1\r\n" + host);
        assertThat(answered.status()).isEqualTo(401);
        assertThat(answered.head()).containsIgnoringCase("www-authenticate: Bearer");
    }

    @Test
    void ownPagesMayAskAndOthersLearnNothingFromHeaders() throws IOException {
        Answered answered = server.send(
                server.head("GET /v1/fleet") + "Origin: http://localhost:" + server.port() + "\r\nConnection: close\r\n\r\n");
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.head().toLowerCase(Locale.ROOT))
                .contains("x-content-type-options: nosniff", "cache-control: no-store")
                .doesNotContain("access-control");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/v1/../..", "/v1/../../etc/passwd", "/v1/%2e%2e/%2e%2e/etc/passwd", "/v1/services/..%2f..%2fetc", "/v1/services/..",
        "/..", "/v1/services/%00", "/v1/fleet/", "//v1/fleet", "/v1//fleet", "/V1/fleet", "/v1/services/web/../../fleet"
    })
    void aPathThatClimbsNamesNothing(String path) throws IOException {
        assertThat(server.get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example/v1/fleet", "//evil.example/v1/fleet", "*", "v1/fleet", "mailto:x", "/v1/%zz"})
    void whatIsNoPathIsRefused(String target) throws IOException {
        assertThat(server.get(target).status()).isIn(0, 400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/fleet, GET", "GET, /v1/actions/down, POST", "PUT, /v1/fleet, GET", "DELETE, /v1/journal, GET",
        "OPTIONS, /v1/actions/down, POST", "TRACE, /v1/fleet, GET", "PATCH, /v1/services/web, GET", "get, /v1/fleet, GET"
    })
    void anotherMethodIsRefusedAndTheRightOneNamed(String method, String path, String right) throws IOException {
        Answered answered = server.send(server.head(method + " " + path) + "Connection: close\r\n\r\n");
        assertThat(answered.status()).isEqualTo(405);
        assertThat(answered.head()).contains("Allow: " + right);
    }

    @Test
    void aHeadIsAnsweredWithoutABody() throws IOException {
        Answered answered = server.send(server.head("HEAD /v1/fleet") + "Connection: close\r\n\r\n");
        assertThat(answered.status()).isEqualTo(405);
        assertThat(answered.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "text/plain; application/json", ""
    })
    void whatAFormCouldSendIsNotTaken(String type) throws IOException {
        Answered answered = server.send(server.head("POST /v1/actions/down") + "Connection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: 2\r\n\r\n{}");
        assertThat(answered.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "\"down\"", "null", "{\"now\":true,}", "{'now':true}", "now=true"})
    void whatIsNoJsonObjectIsNotTaken(String body) throws IOException {
        Answered answered = server.post("/v1/actions/down", body);
        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.body()).contains("\"error\":\"bad-body\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}", "{\"services\":[]}", "{\"services\":\"web\"}", "{\"services\":[1]}", "{\"services\":[null]}", "{\"services\":{}}"
    })
    void whatNamesNoServiceDoesNothing(String body) throws IOException {
        assertThat(server.post("/v1/actions/stop", body).status()).isEqualTo(400);
    }

    @Test
    void jsonThatIsNestedWithoutEndIsNotTaken() throws IOException {
        assertThat(server.post("/v1/actions/stop", "{\"a\":" + "[".repeat(60_000)).status()).isEqualTo(400);
        assertThat(server.post("/v1/actions/stop", "{\"services\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}").status())
                .isEqualTo(400);
    }
}
