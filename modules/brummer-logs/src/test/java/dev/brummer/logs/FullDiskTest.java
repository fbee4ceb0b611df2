package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.NO_LEVELS;
import static dev.brummer.logs.TestingJournal.rest;
import static dev.brummer.logs.TestingJournal.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final String REASON = "could not be stored: No space left on device";
    // Each is kept with the gap before it, of which not too many are.
    private static final int STATES = 100;

    @TempDir
    Path folder;

    private final LimitedDisk disk = new LimitedDisk();
    private TestingJournal kit;

    @BeforeEach
    void open() throws IOException {
        kit = new TestingJournal(folder, TestingJournal.SMALL, disk);
    }

    @Test
    void storingStopsWithOneWarningAndResumesWithAnAccountedGap() throws IOException {
        kit.log(AUTH, 1, "one\n");
        disk.left = 60;
        kit.log(AUTH, 1, "two\nthree\n");
        kit.log(AUTH, 1, "four\n");
        disk.left = Long.MAX_VALUE;
        kit.log(AUTH, 1, "five\n");
        elapse(Duration.ofSeconds(1));
        kit.log(AUTH, 1, "six\n");
        assertThat(kit.all()).containsExactly("1 auth/1 one", "2 gap of 4: " + REASON, "6 auth/1 six");
        assertThat(kit.trouble).containsExactly("stopped: No space left on device", "resumed");
    }

    @Test
    void stateChangesAreShownMeanwhileAndStoredLater() throws IOException {
        disk.left = 10;
        JournalCursor cursor = kit.journal.cursor(1);
        kit.log(AUTH, 1, "lost\n");
        ready();
        kit.log(AUTH, 1, "lost\n");
        List<String> expected =
                List.of("1 gap of 1: " + REASON, "2 auth 1 starting → ready: tcp 5432 (PT1S)");
        assertThat(shown(rest(cursor))).isEqualTo(expected);
        kit.log(AUTH, 1, "lost\nlost too\n");

        disk.left = Long.MAX_VALUE;
        elapse(Duration.ofSeconds(1));
        kit.log(AUTH, 1, "kept\n");
        assertThat(shown(rest(cursor))).containsExactly("3 gap of 3: " + REASON, "6 auth/1 kept");
        assertThat(kit.all())
                .containsExactly(expected.get(0), expected.get(1), "3 gap of 3: " + REASON, "6 auth/1 kept");
    }

    @Test
    void linesThatAreLostOneByOneAreOneGap() throws Exception {
        disk.left = 10;
        JournalCursor cursor = kit.journal.cursor(1);
        for (int i = 0; i < 100; i++) {
            kit.log(AUTH, 1, "lost\n");
            assertThat(rest(cursor)).isEmpty();
            assertThat(cursor.awaitMore(Duration.ZERO)).isFalse();
        }
        ready();
        assertThat(shown(rest(cursor)))
                .containsExactly("1 gap of 100: " + REASON, "101 auth 1 starting → ready: tcp 5432 (PT1S)");
    }

    @Test
    @Timeout(20)
    void whoeverWaitsWhileLinesAreLostHearsOfWhatIsToldBetweenThem() throws Exception {
        disk.left = 10;
        JournalCursor cursor = kit.journal.cursor(1);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < STATES; i++) {
                loseSomeLines();
                ready();
            }
        });
        for (int seen = 0; seen < STATES; seen += states(cursor)) {
            boolean ignored = cursor.awaitMore(Duration.ofMinutes(10));
        }
        writer.join();
    }

    private void loseSomeLines() {
        for (int i = 0; i < 200; i++) {
            elapse(Duration.ofSeconds(1));
            kit.log(AUTH, 1, "lost\n");
        }
    }

    private JournalCursor cursorBeforeTwoLostLines() {
        disk.left = 10;
        JournalCursor cursor = kit.journal.cursor(1);
        kit.log(AUTH, 1, "lost\n");
        kit.log(AUTH, 1, "lost too\n");
        return cursor;
    }

    private static int states(JournalCursor cursor) throws IOException {
        return (int) rest(cursor).stream().filter(StateChange.class::isInstance).count();
    }

    @Test
    void whatIsStillMissingAtTheEndIsTold() throws IOException {
        JournalCursor cursor = cursorBeforeTwoLostLines();
        kit.close();
        assertThat(shown(rest(cursor))).containsExactly("1 gap of 2: " + REASON);
    }

    @Test
    void whoeverWaitsForAllThatIsThereIsToldOfWhatIsLostSoFar() throws Exception {
        JournalCursor cursor = cursorBeforeTwoLostLines();
        assertThat(shown(rest(cursor))).isEmpty();

        assertThat(kit.journal.settle()).isEqualTo(2);
        assertThat(cursor.awaitMore(Duration.ZERO)).isTrue();
        assertThat(shown(rest(cursor))).containsExactly("1 gap of 2: " + REASON);
        assertThat(cursor.sequence()).isEqualTo(3);

        kit.log(AUTH, 1, "lost\n");
        assertThat(shown(rest(cursor))).as("it grows").isEmpty();
        disk.left = Long.MAX_VALUE;
        elapse(Duration.ofSeconds(1));
        kit.log(AUTH, 1, "kept\n");
        assertThat(shown(rest(cursor))).containsExactly("3 gap of 1: " + REASON, "4 auth/1 kept");
        assertThat(kit.journal.settle()).isEqualTo(4);
        assertThat(kit.all())
                .containsExactly("1 gap of 2: " + REASON, "3 gap of 1: " + REASON, "4 auth/1 kept");
    }

    @Test
    void whoeverIsToldMaySayItInTheJournal() throws IOException {
        kit.onTrouble = text -> kit.journal.notice(Level.WARN, text);
        kit.log(AUTH, 1, "one\n");
        disk.left = 60;
        kit.log(AUTH, 1, "two\nthree\n");
        kit.log(AUTH, 1, "four\n");
        disk.left = Long.MAX_VALUE;
        elapse(Duration.ofSeconds(1));
        kit.log(AUTH, 1, "five\n");
        List<String> expected = List.of(
                "1 auth/1 one",
                "2 gap of 2: " + REASON,
                "4 warn stopped: No space left on device",
                "5 gap of 1: " + REASON,
                "6 auth/1 five",
                "7 warn resumed");
        assertThat(kit.all()).isEqualTo(expected);
        kit.close();
        try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
            assertThat(shown(rest(reader.cursor(1)))).isEqualTo(expected);
            assertThat(reader.tornTail()).isEmpty();
        }
    }

    @Test
    void aDiskWithAFewBytesLeftIsFullStill() throws IOException {
        kit.log(AUTH, 1, "one\n");
        disk.left = 0;
        kit.log(AUTH, 1, "two\n");
        disk.left = 1000;
        elapse(Duration.ofSeconds(1));
        kit.log(AUTH, 1, "three\n");
        assertThat(kit.trouble).containsExactly("stopped: No space left on device");
        assertThat(disk.left).isEqualTo(1000);
    }

    @Test
    void theEndOfTheJournalTriesOnceMore() throws IOException {
        disk.left = 10;
        ready();
        disk.left = Long.MAX_VALUE;
        kit.close();
        try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
            assertThat(shown(rest(reader.cursor(1)))).containsExactly("1 auth 1 starting → ready: tcp 5432 (PT1S)");
        }
    }

    @Test
    void memoryStaysBoundedHoweverLongItLasts() throws IOException {
        disk.left = 0;
        for (int i = 0; i < 3000; i++) {
            ready();
        }
        kit.close();
        List<String> all = kit.all();
        assertThat(all).hasSize(1001);
        assertThat(all.getLast()).isEqualTo("1001 gap of 2000: " + REASON);
    }

    @Test
    void whatWasTornByTheFullDiskIsNotLeftInTheFile() throws IOException {
        kit.log(AUTH, 1, "one\n");
        for (int left = 0; left < 400; left++) {
            disk.left = left;
            kit.log(AUTH, 2, "lost\n");
            disk.left = Long.MAX_VALUE;
            elapse(Duration.ofSeconds(1));
            kit.log(AUTH, 2, "kept\n");
        }
        List<String> live = kit.all();
        kit.close();
        try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
            assertThat(shown(rest(reader.cursor(1)))).isEqualTo(live);
            assertThat(reader.tornTail()).isEmpty();
        }
    }

    private void ready() {
        kit.journal.stateChanged(
                AUTH, 1, ServiceState.STARTING, ServiceState.READY, "tcp 5432", Optional.of(Duration.ofSeconds(1)));
    }

    private void elapse(Duration time) {
        kit.now.updateAndGet(now -> now.plus(time));
    }
}
