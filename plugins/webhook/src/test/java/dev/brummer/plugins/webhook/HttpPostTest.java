package dev.brummer.plugins.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class HttpPostTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:04:05Z");
    private static final Duration SHORT = Duration.ofMillis(300);

    private record Got(String path, String authorization, String other, String type, String body) {}

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();

    /** What a hostile server does with a connection once the request is there. */
    @FunctionalInterface
    private interface Misbehaviour {
        void with(Socket connection) throws IOException;
    }

    private static Outcome post(String url, Duration timeout) {
        var target = Target.of(url, List.of("X-Team: shop"), Optional.of("Bearer secret"), timeout);
        try (var post = new HttpPost(target, () -> NOW)) {
            return post.send("{}".getBytes(UTF_8)).orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    private Outcome answer(int status, String... headers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            got.add(new Got(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-Team"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return post("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=1", Duration.ofSeconds(10));
        } finally {
            server.stop(0);
        }
    }

    private static Outcome hostile(Misbehaviour misbehaviour, Duration timeout) throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread serving = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        try (Socket connection = server.accept()) {
                            connection.getInputStream().read(new byte[4096]);
                            misbehaviour.with(connection);
                        }
                    }
                } catch (IOException closed) {
                    assertThat(closed).isNotNull();
                }
            });
            Outcome outcome = post("http://127.0.0.1:" + server.getLocalPort() + "/", timeout);
            server.close();
            serving.interrupt();
            return outcome;
        }
    }

    @Test
    void sendsBodyAndHeaders() throws IOException {
        assertThat(answer(204)).isEqualTo(new Outcome.Taken());
        assertThat(got).containsExactly(new Got("/hook?key=1", "Bearer secret", "shop", "application/json", "{}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 299})
    void everySuccessIsTaken(int status) throws IOException {
        assertThat(answer(status)).isEqualTo(new Outcome.Taken());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatMayPassIsForLater(int status) throws IOException {
        assertThat(answer(status)).isEqualTo(new Outcome.Later("answers " + status, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413})
    void whatIsWrongStaysWrong(int status) throws IOException {
        assertThat(answer(status)).isEqualTo(new Outcome.Refused("answers " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowed(int status) throws IOException {
        assertThat(answer(status, "Location", "/elsewhere"))
                .isEqualTo(new Outcome.Refused("answers " + status + ", a redirect, which is not followed"));
        assertThat(got).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "7|7", "0|0", "-5|0", "100000|300", "99999999999|0", "soon|0",
        "Sun, 22 Nov 2026 15:04:35 GMT|30", "Sun, 22 Nov 2026 15:04:00 GMT|0", "Sun, 22 Nov 2099 15:04:00 GMT|300"
    })
    void aServerMayAskToBeLeftAloneForAWhile(String header, long seconds) throws IOException {
        assertThat(answer(503, "Retry-After", header))
                .isEqualTo(new Outcome.Later("answers 503", Duration.ofSeconds(seconds)));
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(post("http://127.0.0.1:" + port + "/secret", Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.Later("cannot be connected to", Duration.ZERO));
    }

    @Test
    void aHostThatIsNotThere() {
        assertThat(post("http://nowhere.invalid/secret", Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.Later("cannot be found: its host has no address", Duration.ZERO));
    }

    @Test
    void aServerThatClosesAtOnce() throws IOException {
        assertThat(hostile(Socket::close, Duration.ofSeconds(10)))
                .isEqualTo(new Outcome.Later("breaks the connection off, or does not speak HTTP", Duration.ZERO));
    }

    @Test
    void garbage() throws IOException {
        Outcome outcome = hostile(
                connection -> connection.getOutputStream().write("\u001b[2J garbage\r\n\r\n".getBytes(UTF_8)),
                Duration.ofSeconds(10));
        assertThat(outcome)
                .isEqualTo(new Outcome.Later("breaks the connection off, or does not speak HTTP", Duration.ZERO));
    }

    @Test
    void aServerThatNeverAnswers() throws IOException {
        assertThat(hostile(connection -> connection.getInputStream().readAllBytes(), SHORT))
                .isEqualTo(new Outcome.Later("does not answer within 300 ms", Duration.ZERO));
    }

    @Test
    void anAnswerThatNeverEndsIsWhatItsHeadSays() throws IOException {
        Outcome outcome = hostile(
                connection -> {
                    var out = connection.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n".getBytes(UTF_8));
                    out.flush();
                    connection.getInputStream().readAllBytes();
                },
                SHORT);
        assertThat(outcome).isEqualTo(new Outcome.Taken());
    }

    @Test
    void aServerThatDoesNotSpeakTls() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket connection = server.accept()) {
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
                    connection.getInputStream().readAllBytes();
                } catch (IOException closed) {
                    assertThat(closed).isNotNull();
                }
            });
            assertThat(post("https://127.0.0.1:" + server.getLocalPort() + "/", Duration.ofSeconds(10)))
                    .isEqualTo(new Outcome.Later(
                            "cannot be trusted: its certificate is not valid here, or it does not speak TLS",
                            Duration.ZERO));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesFor(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
        server.createContext("/", exchange -> {
            got.add(new Got("/", "", "", "", ""));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(post("https://localhost:" + server.getAddress().getPort() + "/", Duration.ofSeconds(10)))
                    .isEqualTo(new Outcome.Later(
                            "cannot be trusted: its certificate is not valid here, or it does not speak TLS",
                            Duration.ZERO));
        } finally {
            server.stop(0);
        }
        assertThat(got).isEmpty();
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        char[] password = "changeit".toCharArray();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-alias", "localhost",
                        "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", new String(password))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void afterItsEndNothingIsSent() {
        var post = new HttpPost(
                Target.of("http://127.0.0.1:1/", List.of(), Optional.empty(), SHORT), () -> NOW);
        post.close();
        assertThat(post.send(new byte[0]).join()).isInstanceOf(Outcome.Later.class);
    }
}
