package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.server.EventStream.Follow;
import dev.brummer.server.EventStream.Pace;
import dev.brummer.spi.Level;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventStreamTest {
    private static final Duration STUCK = Duration.ofMillis(400);

    @TempDir
    private Path own;

    private TestServer server;

    @BeforeEach
    void open() throws IOException {
        server = new TestServer(own, STUCK);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** One client that follows. */
    private final class Follower implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader lines;

        Follower(String parameters, String header) throws IOException {
            socket = server.connect();
            String request = server.head("GET /v1/journal/follow" + parameters).replace("HTTP/1.1", "HTTP/1.0");
            socket.getOutputStream().write((request + header + "\r\n").getBytes(StandardCharsets.UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            // The first comment says that it has begun.
            String line = lines.readLine();
            while (!":".equals(line)) {
                assertThat(line).isNotNull();
                line = lines.readLine();
            }
        }

        /** The next event, as {@code id|data}. */
        String next() throws IOException {
            String id = "";
            String line = lines.readLine();
            while (line != null && !line.startsWith("data: ")) {
                id = line.startsWith("id: ") ? line.substring(4) : id;
                line = lines.readLine();
            }
            return line == null ? "" : id + "|" + line.substring(6);
        }

        List<String> next(int count) throws IOException {
            List<String> events = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                events.add(next());
            }
            return events;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static List<String> texts(List<String> events) {
        return events.stream().map(event -> event.replaceAll("^.*\"text\":\"([^\"]*)\".*$", "$1")).toList();
    }

    @Test
    void itBeginsBehindTheNewestEntryAndTellsEveryKind() throws IOException {
        server.session.write(PretendedSession.WEB, "before");
        try (Follower follower = new Follower("", "")) {
            server.session.write(PretendedSession.WEB, "one", "two");
            server.session.journal.notice(Level.INFO, "three");
            assertThat(follower.next(3)).satisfiesExactly(
                    event -> assertThat(event).startsWith("2|{\"type\":\"log\"").contains("\"seq\":2", "\"text\":\"one\""),
                    event -> assertThat(event).startsWith("3|{\"type\":\"log\"").contains("\"text\":\"two\""),
                    event -> assertThat(event).startsWith("4|{\"type\":\"notice\"").contains("\"text\":\"three\""));
        }
    }

    @Test
    void whoComesAgainGoesOnRightBehindWhatItHeardLast() throws IOException {
        server.session.writeMany(3000);
        List<String> seen = new ArrayList<>();
        String after = "0";
        while (seen.size() < 3000) {
            try (Follower follower = new Follower("", "Last-Event-ID: " + after + "\r\n")) {
                List<String> events = follower.next(Math.min(700, 3000 - seen.size()));
                seen.addAll(texts(events));
                after = events.getLast().split("\\|", 2)[0];
            }
        }
        assertThat(seen).isEqualTo(IntStream.range(0, 3000).mapToObj(i -> "line " + i).toList());
        try (Follower follower = new Follower("?after=2998", "")) {
            assertThat(texts(follower.next(2))).containsExactly("line 2998", "line 2999");
        }
    }

    @Test
    void whoComesAgainInTheMidstOfAStackTraceGetsTheRestOfIt() throws IOException {
        server.session.write(PretendedSession.WEB, "ERROR it broke", "    at Shop.buy(Shop.java:12)");
        server.session.write(PretendedSession.WEB, "    at Shop.main(Shop.java:1)", "fine");
        try (Follower follower = new Follower("?query=broke", "Last-Event-ID: 2\r\n")) {
            assertThat(texts(follower.next(1))).containsExactly("    at Shop.main(Shop.java:1)");
            server.session.write(PretendedSession.WEB, "it broke again");
            assertThat(texts(follower.next(1))).containsExactly("it broke again");
        }
    }

    @Test
    void aLineThatIsMeantOnlySinceALaterOneHasNoId() throws IOException {
        try (Follower follower = new Follower("?query=Shop.java", "")) {
            server.session.write(PretendedSession.WEB, "ERROR something");
            server.session.write(PretendedSession.SECOND_WORKER, "look into Shop.java");
            assertThat(follower.next()).startsWith("2|");
            server.session.write(PretendedSession.WEB, "    at Shop.buy(Shop.java:12)");
            assertThat(follower.next()).startsWith("|").contains("ERROR something");
            assertThat(follower.next()).startsWith("3|").contains("Shop.buy");
        }
    }

    @Test
    void theLastWordsOfASessionAreDeliveredBeforeTheDoorCloses() throws IOException {
        try (Follower follower = new Follower("", "")) {
            server.session.writeMany(1000);
            server.session.journal.close();
            server.closeDoor();
            assertThat(texts(follower.next(1000))).endsWith("line 999");
            assertThat(follower.next()).isEmpty();
        }
    }

    /** Follows into memory, as slowly as {@code pause} says, until the journal ends. */
    private String followed(Follow follow, Runnable pause) throws Exception {
        var sent = new ByteArrayOutputStream();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int value) {
                sent.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                pause.run();
                sent.write(bytes, offset, length);
            }
        };
        new EventStream(server.session.history(), follow).write(slow);
        return sent.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whoIsTooSlowSkipsAndIsToldHowMuch() throws Exception {
        server.session.writeMany(1);
        boolean[] flooded = {false};
        String sent = followed(new Follow(Optional.empty(), 0, new Pace(Duration.ofSeconds(1), 5000)), () -> {
            if (!flooded[0]) {
                flooded[0] = true;
                server.session.writeMany(20_000);
                endTheJournal();
            }
        });
        assertThat(sent).contains("id: 1\ndata: {\"type\":\"log\"");
        // Of 20,001 records one was sent before, and the last 1,000 after.
        assertThat(sent).contains("id: 19001\ndata: {\"type\":\"gap\"", "\"seq\":2,\"records\":19000,");
        assertThat(sent).contains("id: 19002\n", "id: 20001\n");
        assertThat(sent.lines().filter(line -> line.startsWith("data: "))).hasSize(1 + 1 + 1000);
    }

    private void endTheJournal() {
        try {
            server.session.journal.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoBeginsFarBehindIsNotTooSlow() throws Exception {
        server.session.writeMany(20_000);
        server.session.journal.close();
        String sent = followed(new Follow(Optional.empty(), 0, new Pace(Duration.ofSeconds(1), 500)), () -> {});
        assertThat(sent.lines().filter(line -> line.startsWith("data: "))).hasSize(20_000);
    }

    @Test
    void silenceIsBrokenByAComment() throws Exception {
        var sent = new ByteArrayOutputStream();
        var stream = new EventStream(
                server.session.history(), new Follow(Optional.empty(), 0, new Pace(Duration.ofMillis(5), 500)));
        Thread following = Thread.startVirtualThread(() -> {
            try {
                stream.write(sent);
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> sent.toString(StandardCharsets.UTF_8).startsWith(":\n\n:\n\n:\n\n"));
        following.interrupt();
        following.join();
    }

    @Test
    void aPatternThatTakesTooLongEndsTheStreamWithTheReason() throws Exception {
        server.session.write(PretendedSession.WEB, "a".repeat(5000) + "!");
        BoundQuery slow = JournalResources.bound("/(a|aa|a?a)+b[^x]*$/", server.session.history());
        server.session.journal.close();
        String sent = followed(new Follow(Optional.of(slow), 0, Pace.USUAL), () -> {});
        assertThat(sent).contains("event: error\ndata: {\"error\":\"slow-query\",\"message\":\"/(a|aa|a?a)+b[^x]*$/ takes");
    }

    @Test
    void whoTakesNothingIsLetGoAndLeavesNothingBehind() throws Exception {
        try (Socket socket = server.connect()) {
            socket.setReceiveBufferSize(4096);
            socket.getOutputStream().write(
                    (server.head("GET /v1/journal/follow?after=0") + "\r\n").getBytes(StandardCharsets.UTF_8));
            String[] lines = new String[500];
            Arrays.fill(lines, "x".repeat(60_000));
            server.session.write(PretendedSession.WEB, lines);
            // The other side has closed: whatever was on its way comes, and then the end, long before all of 30 MB.
            await().atMost(Duration.ofSeconds(20)).until(() -> server.get("/v1/fleet").status() == 200
                    && isClosed(socket));
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.getOutputStream().write('\n');
            return false;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
