package dev.brummer.plugins.checks.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.brummer.plugins.checks.kit.Script.Step;
import dev.brummer.spi.Answer;
import dev.brummer.spi.HealthCheck;
import dev.brummer.testing.ScriptedCheckContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every check that asks a server in its own protocol does, whatever the server does. */
@Timeout(60)
public abstract class ServerContract {
    private static final Duration SHORT = Duration.ofMillis(300);

    /** A check of the first port. */
    protected abstract HealthCheck check();

    /** The answers of a server that is well, all of which the check needs to pass. */
    protected abstract List<Step> rightAnswers();

    /** The name of the protocol in sentences. */
    protected abstract String protocol();

    /** Asks a server that keeps to {@code script}. */
    protected static Answer ask(HealthCheck check, Script script) throws Exception {
        try (LoopbackServer server = LoopbackServer.that(script)) {
            return check.check(new ScriptedCheckContext().firstPort(server.port()));
        }
    }

    private Answer askBriefly(LoopbackServer server) throws Exception {
        return check().check(new ScriptedCheckContext().firstPort(server.port()).timeout(SHORT));
    }

    @Test
    final void rightAnswersPassHoweverTheyArrive() throws Exception {
        assertThat(ask(check(), Script.of(rightAnswers())).isPassing()).isTrue();
        assertThat(ask(check(), Script.of(rightAnswers()).byteByByte()).isPassing()).isTrue();
    }

    @Test
    final void withoutAPortItCannotBeAsked() throws Exception {
        Answer answer = check().check(new ScriptedCheckContext());

        assertThat(answer).isInstanceOf(Answer.Unknown.class);
        assertThat(answer.reason()).contains("claims no port", "'ports'", "'port'");
    }

    @Test
    final void aClosedPortIsRefused() throws Exception {
        int port = LoopbackServer.closedPort();

        assertThatThrownBy(() -> check().check(new ScriptedCheckContext().firstPort(port)))
                .isInstanceOf(IOException.class)
                .hasMessage("connection refused on 127.0.0.1:" + port);
    }

    @Test
    final void silenceIsNotWaitedForBeyondTheTimeout() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(Script.of())) {
            assertThatThrownBy(() -> askBriefly(server))
                    .hasMessage("no answer within 300 ms on 127.0.0.1:" + server.port());
        }
    }

    @Test
    final void aConnectionThatNobodyAccepts() throws Exception {
        try (ServerSocket listener = LoopbackServer.listener("127.0.0.1", 0)) {
            int port = listener.getLocalPort();

            assertThatThrownBy(() -> check().check(new ScriptedCheckContext().firstPort(port).timeout(SHORT)))
                    .hasMessage("no answer within 300 ms on 127.0.0.1:" + port);
        }
    }

    @Test
    final void aServerThatStopsInTheMiddleOfAnAnswer() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(client -> {
            byte[] request = new byte[64 * 1024];
            client.getInputStream().read(request);
            client.getOutputStream().write(rightAnswers().getFirst().answerTo(request), 0, 1);
            client.getInputStream().read(request);
        })) {
            assertThatThrownBy(() -> askBriefly(server)).hasMessageStartingWith("no answer within 300 ms on ");
        }
    }

    @Test
    final void aServerThatLeavesBeforeItAnswers() throws Exception {
        try (LoopbackServer server = LoopbackServer.that(Script.of(Step.of("x")).cutAfter(0))) {
            assertThatThrownBy(() -> askBriefly(server))
                    .hasMessage("connection to 127.0.0.1:" + server.port() + " closed without an answer");
        }
    }

    @Test
    final void answersThatAreCutOffAtAnyByte() throws Exception {
        int length = lengthOfRightAnswers();
        assertThat(length).isGreaterThan(1);
        for (int cut = 0; cut < length; cut++) {
            Script script = Script.of(rightAnswers()).cutAfter(cut);
            assertThatThrownBy(() -> ask(check(), script))
                    .as("cut after %d of %d bytes", cut, length)
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("connection to 127.0.0.1:\\d+ closed (without|in the middle of) an answer");
        }
    }

    private int lengthOfRightAnswers() throws Exception {
        int[] length = new int[1];
        List<Step> counted = new ArrayList<>();
        for (Step step : rightAnswers()) {
            counted.add(request -> {
                byte[] answer = step.answerTo(request);
                length[0] += answer.length;
                return answer;
            });
        }
        ask(check(), Script.of(counted));
        return length[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2p1 Debian\r\n",
                "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n",
                "\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001\u0001"
            })
    final void garbageIsQuoted(String text) {
        assertThatThrownBy(() -> ask(check(), Script.of(Step.of(text))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no " + protocol() + " answer but ")
                .hasMessageMatching(".*('" + text.substring(0, 3) + ".*'|nothing readable) on 127.0.0.1:\\d+");
    }

    @Test
    final void endlessGarbage() throws Exception {
        LoopbackServer.Conversation flood = client -> {
            byte[] noise = "x\u0000".repeat(4096).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                client.getOutputStream().write(noise);
            }
        };
        try (LoopbackServer server = LoopbackServer.that(flood)) {
            assertThatThrownBy(() -> check().check(new ScriptedCheckContext().firstPort(server.port())))
                    .hasMessageStartingWith("no " + protocol() + " answer but ");
        }
    }

    @Test
    final void noNoiseBreaksIt() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Step> steps = rightAnswers().stream()
                    .<Step>map(step -> request -> noisy(step, request, random))
                    .toList();
            HealthCheck check = check();
            try (LoopbackServer server = LoopbackServer.that(Script.of(steps).cutAfter(64 * 1024))) {
                ScriptedCheckContext brief =
                        new ScriptedCheckContext().firstPort(server.port()).timeout(Duration.ofMillis(20));
                Throwable thrown = catchThrowable(() -> check.check(brief));
                assertThat(thrown).as("seed %d, round %d", seed, round).satisfiesAnyOf(
                        none -> assertThat(none).isNull(), fault -> assertThat(fault).isInstanceOf(IOException.class));
            }
        }
    }

    /** A right answer in which one byte, or all that follows it, is another. */
    private static byte[] noisy(Step step, byte[] request, Random random) {
        byte[] answer = step.answerTo(request).clone();
        int from = random.nextInt(answer.length);
        int until = random.nextBoolean() ? from + 1 : answer.length;
        for (int i = from; i < until; i++) {
            answer[i] = (byte) random.nextInt();
        }
        return answer;
    }

    @Test
    final void theServiceMayBindItsPortAgainAtOnce() throws Exception {
        int port;
        try (ServerSocket socket = LoopbackServer.listener("127.0.0.1", 0)) {
            port = socket.getLocalPort();
            FutureTask<Boolean> served = new FutureTask<>(() -> {
                try (Socket client = socket.accept()) {
                    Script.of(rightAnswers()).with(client);
                    return true;
                }
            });
            Thread.ofPlatform().daemon().start(served);
            check().check(new ScriptedCheckContext().firstPort(port));
            assertThat(served.get(10, TimeUnit.SECONDS)).as("closed first, in order").isTrue();
        }

        try (ServerSocket next = LoopbackServer.listener("127.0.0.1", port)) {
            assertThat(next.isBound()).isTrue();
        }
    }

    @Test
    final void anInterruptEndsTheWait() throws Exception {
        BlockingQueue<Socket> accepted = new ArrayBlockingQueue<>(1);
        BlockingQueue<Throwable> thrown = new ArrayBlockingQueue<>(1);
        try (LoopbackServer server = LoopbackServer.that(client -> {
            accepted.add(client);
            Script.of().with(client);
        })) {
            Thread asking = Thread.ofVirtual().start(() -> {
                Throwable fault =
                        catchThrowable(() -> check().check(new ScriptedCheckContext().firstPort(server.port())));
                thrown.add(fault);
            });
            assertThat(accepted.poll(10, TimeUnit.SECONDS)).isNotNull();
            asking.interrupt();

            assertThat(thrown.poll(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }
}
