package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfinishedLinesTest {
    @TempDir
    Path folder;

    private TestingJournal kit;
    private StreamWriter auth;

    @BeforeEach
    void open() throws IOException {
        kit = new TestingJournal(folder);
        auth = kit.journal.stream(AUTH, 1, StreamName.STDOUT);
    }

    @AfterEach
    void close() throws IOException {
        kit.close();
    }

    private static void write(StreamWriter to, String text) {
        to.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private List<String> unfinished() {
        return kit.journal.unfinished().all().stream()
                .map(line -> line.instance().label() + "/" + line.run() + " " + line.stream() + " " + line.text(0))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'Proceed? (y) ', 'Proceed? (y) '",
        "'done\nProceed? ', 'Proceed? '",
        "'10 %\r', '10 %'",
        "'10 %\r20 %\r', '20 %'",
        "'10 %\r20 %\r\r\r', '20 %'",
        "'\r10 %\r20 %', '20 %'",
    })
    void aLineThatHasBegunIsThere(String written, String begun) {
        write(auth, written);

        assertThat(unfinished()).containsExactly("auth/1 STDOUT " + begun);
    }

    @ParameterizedTest
    @CsvSource({"'whole\n'", "'whole\r\n'", "'\r'", "'\r\r'"})
    void whereNothingHasBegunNothingIsThere(String written) {
        write(auth, written);

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void itGoesOnAndEndsAndIsARecordThen() throws IOException {
        write(auth, "wait");
        write(auth, "ing");
        assertThat(unfinished()).containsExactly("auth/1 STDOUT waiting");
        assertThat(kit.all()).isEmpty();

        write(auth, "\nnext");
        assertThat(unfinished()).containsExactly("auth/1 STDOUT next");
        assertThat(kit.all()).containsExactly("1 auth/1 waiting");
    }

    @Test
    void aStreamsEndIsItsLinesEnd() throws IOException {
        write(auth, "the last words");
        auth.end();

        assertThat(unfinished()).isEmpty();
        assertThat(kit.all()).containsExactly("1 auth/1 the last words");
    }

    @Test
    void theOldestIsFirst() {
        Instant first = kit.now.get();
        write(auth, "of auth");
        kit.now.set(first.plusSeconds(1));
        write(kit.journal.stream(ORDERS, 3, StreamName.STDERR), "of orders");
        kit.now.set(first.plusSeconds(2));
        write(auth, ", longer");

        assertThat(unfinished()).containsExactly("auth/1 STDOUT of auth, longer", "orders-2/3 STDERR of orders");
        assertThat(kit.journal.unfinished().all()).extracting(line -> line.time().getEpochSecond() - first.getEpochSecond())
                .containsExactly(0L, 1L);
    }

    @Test
    void ofALongOneTheEndIsThere() {
        write(auth, "x".repeat(200_000) + "the end");

        assertThat(kit.journal.unfinished().all()).singleElement().satisfies(line -> assertThat(line.text(0))
                .hasSize(UnfinishedLines.MOST)
                .endsWith("xthe end"));
    }

    @Test
    @Timeout(30)
    void whoWaitsIsToldOfEachChange() throws InterruptedException {
        UnfinishedLines.Changes changes = kit.journal.unfinished().changes(Duration.ZERO);
        assertThat(changes.await(Duration.ZERO)).isTrue();
        for (String text : List.of("a", "b", "\n")) {
            Thread writer = Thread.ofPlatform().start(() -> write(auth, text));
            assertThat(changes.await(Duration.ofDays(1))).isTrue();
            writer.join();
        }
        assertThat(unfinished()).isEmpty();
    }

    @Test
    @Timeout(30)
    void whoWaitsIsToldOfTheEnd() throws Exception {
        UnfinishedLines.Changes changes = kit.journal.unfinished().changes(Duration.ZERO);
        assertThat(changes.await(Duration.ZERO)).isTrue();
        Thread closer = Thread.ofPlatform().start(() -> {
            try {
                kit.journal.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(changes.await(Duration.ofDays(1))).isFalse();
        closer.join();
    }

    @Test
    @Timeout(30)
    void whoIsToldSeldomWaitsNoLongerThanAsked() throws InterruptedException {
        UnfinishedLines.Changes changes = kit.journal.unfinished().changes(Duration.ofDays(1));
        assertThat(changes.await(Duration.ZERO)).isTrue();
        write(auth, "a");

        assertThat(changes.await(Duration.ofMillis(1))).isTrue();
        assertThat(unfinished()).containsExactly("auth/1 STDOUT a");
    }

    @Test
    @Timeout(30)
    void whoWaitsForNothingIsSentOnInTime() throws InterruptedException {
        UnfinishedLines.Changes changes = kit.journal.unfinished().changes(Duration.ZERO);

        assertThat(changes.await(Duration.ZERO)).isTrue();
        assertThat(changes.await(Duration.ofMillis(1))).isTrue();
    }
}
