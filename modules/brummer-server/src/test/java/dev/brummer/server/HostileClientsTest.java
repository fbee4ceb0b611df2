package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brummer.api.FleetView;
import dev.brummer.api.SessionException;
import dev.brummer.server.TestServer.Answered;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients can do to keep the server busy, and how long others wait for it. */
@Timeout(60)
class HostileClientsTest {
    /** Five seconds for a request, and what the server's timers and a busy machine add. */
    private static final Duration SHUT_OUT_AT_MOST = Duration.ofSeconds(10);

    @TempDir
    private Path own;

    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(own);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** How long it takes until somebody else is answered. */
    private Duration untilAnswered() {
        long since = System.nanoTime();
        await().atMost(SHUT_OUT_AT_MOST).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).until(this::isAnswered);
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private boolean isAnswered() throws IOException {
        try {
            return server.get("/v1/fleet").status() == 200;
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void aGigabyteIsNotReadWhetherItIsAnnouncedOrNot() throws IOException {
        String json = "Connection: close\r\nContent-Type: application/json\r\n";
        long announced = sent(server.head("POST /v1/actions/down") + json + "Content-Length: 1073741824\r\n\r\n", "");
        long chunked = sent(server.head("POST /v1/actions/down") + json + "Transfer-Encoding: chunked\r\n\r\n", "10000\r\n");
        // What lies in the system's buffers has been sent, but nobody has read it.
        assertThat(announced).isLessThan(32 << 20);
        assertThat(chunked).isLessThan(32 << 20);
        assertThat(server.session.did).isEmpty();
        assertThat(untilAnswered()).isLessThan(SHUT_OUT_AT_MOST);
    }

    /** Sends a gigabyte, or as much of it as is taken. */
    private long sent(String head, String before) throws IOException {
        byte[] block = (before + "x".repeat(1 << 16) + (before.isEmpty() ? "" : "\r\n")).getBytes(StandardCharsets.UTF_8);
        long sent = 0;
        try (Socket socket = server.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            while (sent < 1 << 30) {
                out.write(block);
                sent += block.length;
            }
        } catch (SocketException e) {
            return sent;
        }
        return sent;
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWithTheReason() throws IOException {
        Answered answered = server.post("/v1/actions/down", "{\"reason\":\"" + "x".repeat(Limits.BODY) + "\"}");
        assertThat(answered.status()).isEqualTo(413);
        assertThat(answered.body()).contains("too-long", "at most 65536 bytes");
    }

    @Test
    void aThousandConnectionsThatSayNothingOrLittleShutNobodyOutForLong() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                slow.add(server.connect());
            }
            // A client of Brummer's own waits until it is let in.
            var answered = new CompletableFuture<FleetView>().completeAsync(this::fleet);
            byte[] head = server.head("GET /v1/fleet").getBytes(StandardCharsets.UTF_8);
            long since = System.nanoTime();
            for (int at = 0; !answered.isDone(); at++) {
                for (int i = 0; i < slow.size(); i += 2) {
                    dribble(slow.get(i), head[at % head.length]);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(SHUT_OUT_AT_MOST);
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            assertThat(answered.join()).isEqualTo(server.session.fleet());
            await().atMost(SHUT_OUT_AT_MOST).until(() -> slow.stream().allMatch(HostileClientsTest::isOver));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private FleetView fleet() {
        try {
            return remote().fleet();
        } catch (IOException | SessionException e) {
            throw new AssertionError(e);
        }
    }

    private static void dribble(Socket socket, byte value) {
        try {
            socket.getOutputStream().write(value);
        } catch (IOException e) {
            // It has been closed by the other side, as it should be.
        }
    }

    private RemoteSession remote() throws IOException {
        return RemoteSession.find(own, Long.toString(ProcessHandle.current().pid())).orElseThrow();
    }

    private static boolean isOver(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void clientsThatGoBeforeTheyAreAnsweredTakeNoPlace() throws IOException {
        String body = "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"services\":";
        for (int i = 0; i < 400; i++) {
            try (Socket socket = server.connect()) {
                // Closing it resets the connection, so that the answer cannot be written.
                socket.setSoLinger(true, 0);
                String request = i % 2 == 0
                        ? server.head("GET /v1/fleet") + "\r\n"
                        : server.head("POST /v1/actions/stop") + body;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(untilAnswered()).isLessThan(SHUT_OUT_AT_MOST);
        // All of them are free again: as many as there may be are answered at the same time.
        List<Socket> together = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                together.add(server.connect());
            }
            for (Socket socket : together) {
                socket.getOutputStream().write(
                        (server.head("GET /v1/fleet") + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                assertThat(Answered.of(socket.getInputStream()).status()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : together) {
                socket.close();
            }
        }
    }

    @Test
    void hugeAndManyHeadersAreNotRead() throws IOException {
        assertThat(statusOrGone(server.head("GET /v1/fleet") + "X: " + "x".repeat(1 << 20) + "\r\n\r\n")).isZero();
        assertThat(statusOrGone(server.head("GET /v1/fleet") + "X: y\r\nA".repeat(20_000) + "\r\n\r\n")).isIn(0, 400);
        assertThat(statusOrGone("GET /" + "x".repeat(1 << 20) + " HTTP/1.1\r\n\r\n")).isZero();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            many.append("X-").append(i).append(": y\r\n");
        }
        assertThat(statusOrGone(server.head("GET /v1/fleet") + many + "\r\n")).isZero();
        assertThat(untilAnswered()).isLessThan(SHUT_OUT_AT_MOST);
    }

    private int statusOrGone(String bytes) throws IOException {
        try {
            return server.send(bytes).status();
        } catch (SocketException e) {
            return 0;
        }
    }

    @Test
    void whatIsSentCannotAddHeadersOrRequests() throws IOException {
        String evil = "%0d%0aX-Evil:%201%0d%0a%0d%0aGET%20/v1/project%20HTTP/1.1";
        for (String target : List.of(
                "/v1/services/" + evil, "/v1/" + evil, "/v1/instances?name=" + evil, "/v1/journal?query=" + evil,
                "/v1/requests/" + evil, "/v1/insight/" + evil, "/v1/journal?limit=" + evil)) {
            Answered answered = server.get(target);
            assertThat(answered.head()).doesNotContain("X-Evil");
            assertThat(answered.body()).doesNotContain("\r", "\n" + "X-Evil");
            assertThat(answered.status()).isIn(200, 400, 404, 409);
        }
        Answered stopped = server.post(
                "/v1/actions/stop", "{\"services\":[\"web\"],\"reason\":\"x\\r\\nX-Evil: 1\\u001b[2J" + "y".repeat(500) + "\"}");
        assertThat(stopped.status()).isEqualTo(200);
        assertThat(server.session.did).singleElement().asString()
                .startsWith("stop, x\ufffd\ufffdX-Evil: 1\ufffd[2Jy").hasSizeLessThan(230).doesNotContain("\r", "\n", "\u001b");
        assertThat(server.send(server.head("GET /v1/fleet") + "X: a\rb\r\nConnection: close\r\n\r\n").status())
                .isIn(0, 200, 400);
    }

    @Test
    void requestsThatBothLengthsAreGivenForAreRefused() throws IOException {
        String json = "Connection: close\r\nContent-Type: application/json\r\n";
        String down = server.head("POST /v1/actions/down") + json;
        assertThat(server.send(down + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}").status()).isEqualTo(400);
        assertThat(server.send(down + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ").status()).isEqualTo(400);
        assertThat(server.send(down + "Content-Length: -2\r\n\r\n{}").status()).isEqualTo(400);
        assertThat(server.session.did).isEmpty();
    }

    @Test
    void answersThatNobodyTakesHoldUpNobodyElse() throws IOException {
        String[] lines = new String[200];
        Arrays.fill(lines, "x".repeat(40_000));
        server.session.write(PretendedSession.WEB, lines);
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = server.connect();
                deaf.add(socket);
                socket.getOutputStream().write(
                        (server.head("GET /v1/journal?limit=20") + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            assertThat(untilAnswered()).isLessThan(SHUT_OUT_AT_MOST);
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }
}
