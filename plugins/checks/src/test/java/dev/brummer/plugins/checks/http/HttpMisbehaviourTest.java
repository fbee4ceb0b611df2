package dev.brummer.plugins.checks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.plugins.checks.kit.LoopbackServer;
import dev.brummer.plugins.checks.kit.LoopbackServer.Conversation;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.Options;
import dev.brummer.testing.ScriptedCheckContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does, a check ends in time and with a sentence. */
@Timeout(20)
class HttpMisbehaviourTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String JSON_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED_HEAD = JSON_HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    private static HealthCheck health() {
        return new HttpCheckFactory().create(new Options(Map.of("url", "/health")));
    }

    private static Answer ask(LoopbackServer server) throws Exception {
        return health().check(new ScriptedCheckContext().firstPort(server.port()));
    }

    private static Answer askBriefly(LoopbackServer server) throws Exception {
        return health().check(new ScriptedCheckContext().firstPort(server.port()).timeout(SHORT));
    }

    /** Writes {@code head}, then a byte now and then as long as the client stays. */
    private static Conversation dripping(String head) {
        return client -> {
            LoopbackServer.readRequest(client);
            OutputStream output = client.getOutputStream();
            output.write(head.getBytes(UTF_8));
            while (!LoopbackServer.leavesWithin(client, 10)) {
                output.write('1');
            }
        };
    }

    @Test
    void silence() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(client -> {
            LoopbackServer.readRequest(client);
            LoopbackServer.leavesWithin(client, 0);
        })) {
            assertThatThrownBy(() -> askBriefly(server))
                    .hasMessage("no answer within 300 ms on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void aConnectionThatNobodyAccepts() throws Exception {
        try (ServerSocket listener = LoopbackServer.listener("127.0.0.1", 0)) {
            assertThatThrownBy(() -> health()
                            .check(new ScriptedCheckContext().firstPort(listener.getLocalPort()).timeout(SHORT)))
                    .hasMessage("no answer within 300 ms on 127.0.0.1:" + listener.getLocalPort());
        }
    }

    @Test
    void aHeadThatNeverEnds() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(dripping("HTTP/1.1 200 OK\r\nX: "))) {
            assertThatThrownBy(() -> askBriefly(server)).hasMessageStartingWith("no answer within 300 ms");
        }
    }

    @Test
    void aBodyThatNeverEnds() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(dripping(JSON_HEAD + "\r\n{\"uptime\":"))) {
            assertThat(askBriefly(server))
                    .isEqualTo(Answer.failing("http 200, but its body did not end within 300 ms"));
        }
    }

    @Test
    void aStreamOfEventsIsNotReadToItsEnd() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
        try (LoopbackServer server = LoopbackServer.that(dripping(head))) {
            assertThat(ask(server).isPassing()).isTrue();
        }
    }

    @Test
    void aConnectionClosedWithoutAnAnswer() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(LoopbackServer::readRequest)) {
            assertThatThrownBy(() -> ask(server))
                    .hasMessage("connection to 127.0.0.1:" + server.port() + " closed without an answer");
        }
    }

    @Test
    void aConnectionResetByTheServer() throws Exception {
        Conversation reset = client -> {
            LoopbackServer.readRequest(client);
            client.setSoLinger(true, 0);
        };
        try (LoopbackServer server = LoopbackServer.that(reset)) {
            assertThatThrownBy(() -> ask(server)).hasMessage("connection reset on 127.0.0.1:" + server.port());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "\u0015\u0003\u0001\n\n",
                "HTTP/1.1 banana\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n",
                "\r\n"
            })
    void garbage(String text) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(text)) {
            assertThatThrownBy(() -> ask(server))
                    .hasMessageStartingWith("no http answer but ")
                    .hasMessageEndingWith(" on 127.0.0.1:" + server.port());
        }
    }

    @Test
    void endlessGarbage() throws Exception {
        Conversation flood = client -> {
            byte[] noise = "\u0000x".repeat(4096).getBytes(UTF_8);
            while (true) {
                client.getOutputStream().write(noise);
            }
        };
        try (LoopbackServer server = LoopbackServer.that(flood)) {
            assertThatThrownBy(() -> ask(server)).hasMessageStartingWith("no http answer but 'x");
        }
    }

    @Test
    void endlessInterimAnswers() throws Exception {
        try (LoopbackServer server = LoopbackServer.answering("HTTP/1.1 100 Continue\r\n\r\n".repeat(50))) {
            assertThatThrownBy(() -> ask(server)).hasMessageStartingWith("interim http answers without end");
        }
    }

    @Test
    void anInterimAnswerIsPassedOver() throws Exception {
        String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
        try (LoopbackServer server = LoopbackServer.answering(hints + JSON_HEAD + "Content-Length: 0\r\n\r\n")) {
            assertThat(ask(server).reason()).startsWith("http 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10\r\n{\"status\":\"down\"\r\n1\r\n}\r\n0\r\n\r\n",
                "10;ext=1\r\n{\"status\":\"down\"\r\n01  \r\n}\r\n0\r\nTrailer: x\r\n\r\n"
            })
    void aChunkedBodyIsUnderstood(String body) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(CHUNKED_HEAD + body)) {
            assertThat(ask(server).reason()).endsWith("ms: down");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "ffffffffffffffffffff\r\n", "2\r\n{}xx\r\n0\r\n\r\n"})
    void aMalformedChunkIsSaidToBe(String body) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(CHUNKED_HEAD + body)) {
            assertThat(ask(server))
                    .isEqualTo(Answer.failing("http 200, but its body could not be read: malformed chunk"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 99\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n5\r\n{}"})
    void aBodyThatIsCutOffFails(String rest) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(JSON_HEAD + rest)) {
            assertThat(ask(server)).isEqualTo(Answer.failing("http 200, but its body was cut off"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 999999999999\r\n", "Transfer-Encoding: chunked\r\n"})
    void aHugeBodyIsReadAsFarAsItMatters(String header) throws Exception {
        Conversation flood = client -> {
            LoopbackServer.readRequest(client);
            OutputStream output = client.getOutputStream();
            String chunk = header.startsWith("Transfer") ? "7fffffff\r\n" : "";
            output.write((JSON_HEAD + header + "\r\n" + chunk + "{\"status\":\"down\",\"x\":\"").getBytes(UTF_8));
            while (true) {
                output.write("x".repeat(8192).getBytes(UTF_8));
            }
        };
        try (LoopbackServer server = LoopbackServer.that(flood)) {
            assertThat(ask(server).reason()).endsWith("ms: down");
        }
    }

    @Test
    void aServerThatSpeaksPlainTextIsAskedForTlsInVain() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(HttpMisbehaviourTest::refuseTls)) {
            Options options = new Options(Map.of("url", "https://127.0.0.1:" + server.port() + "/"));
            HealthCheck check = new HttpCheckFactory().create(options);

            assertThatThrownBy(() -> check.check(new ScriptedCheckContext().timeout(Duration.ofSeconds(2))))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("no TLS with 127.0.0.1:" + server.port() + ": ");
        }
    }

    private static void refuseTls(Socket client) throws IOException {
        client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
        client.getInputStream().read(new byte[8192]);
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        BlockingQueue<Socket> accepted = new ArrayBlockingQueue<>(1);
        BlockingQueue<Throwable> thrown = new ArrayBlockingQueue<>(1);
        try (LoopbackServer server = LoopbackServer.that(client -> {
            LoopbackServer.readRequest(client);
            accepted.add(client);
            LoopbackServer.leavesWithin(client, 0);
        })) {
            Thread asking = Thread.ofVirtual().start(() -> {
                try {
                    ask(server);
                } catch (Throwable e) {
                    thrown.add(e);
                }
            });
            assertThat(accepted.poll(10, TimeUnit.SECONDS)).isNotNull();
            asking.interrupt();

            assertThat(thrown.poll(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }
}
