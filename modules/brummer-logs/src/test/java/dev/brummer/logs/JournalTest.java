package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static dev.brummer.logs.TestingJournal.rest;
import static dev.brummer.logs.TestingJournal.shown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StreamName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private TestingJournal kit;
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        kit = new TestingJournal(folder);
        journal = kit.journal;
    }

    @AfterEach
    void close() throws IOException {
        kit.close();
    }

    @Test
    void entriesOfAllKindsAreNumberedInOneSequence() throws IOException {
        journal.stateChanged(
                AUTH, 1, ServiceState.WAITING, ServiceState.STARTING, "postgres is ready", Optional.empty());
        kit.log(AUTH, 1, "one\ntwo\n");
        journal.stateChanged(
                AUTH, 1, ServiceState.STARTING, ServiceState.READY, "http 200", Optional.of(Duration.ofMillis(1200)));
        journal.notice(Level.INFO, "ready in 1.2 s\nhttp://localhost:3000");
        kit.log(ORDERS, 3, "drei – ü");

        assertThat(kit.all())
                .containsExactly(
                        "1 auth 1 waiting → starting: postgres is ready",
                        "2 auth/1 one",
                        "3 auth/1 two",
                        "4 auth 1 starting → ready: http 200 (PT1.2S)",
                        "5 info ready in 1.2 s\nhttp://localhost:3000",
                        "6 orders-2/3 drei – ü");
        assertThat(journal.lastSequence()).isEqualTo(6);
    }

    @Test
    void warningsAreStoredInOtherWordsAndWhatServicesWriteIsNot() throws IOException {
        journal.wordWarnings(text -> text.replace("hunter2", "***"));
        journal.notice(Level.WARN, "a hunter2");
        journal.notice(Level.ERROR, "b hunter2");
        journal.notice(Level.INFO, "c hunter2");
        kit.log(AUTH, 1, "d hunter2\n");
        assertThat(kit.all()).containsExactly("1 warn a ***", "2 error b ***", "3 info c hunter2", "4 auth/1 d hunter2");
    }

    @Test
    void entriesCarryTheirTimeToTheMicrosecond() throws IOException {
        kit.now.set(Instant.parse("2026-11-22T15:04:05.987654321Z"));
        kit.log(AUTH, 1, "x\n");
        assertThat(rest(journal.cursor(1)).getFirst().time()).isEqualTo(Instant.parse("2026-11-22T15:04:05.987654Z"));
    }

    @Test
    void aPumpReadsToTheEndAndKeepsAnUnterminatedLine() throws IOException {
        byte[] output = ("line\n".repeat(5000) + "last words").getBytes(UTF_8);
        journal.stream(AUTH, 1, StreamName.STDERR).pump(Channels.newChannel(new ByteArrayInputStream(output)));
        List<String> all = kit.all();
        assertThat(all).hasSize(5001);
        assertThat(all.get(4999)).isEqualTo("5000 auth/1 line");
        assertThat(all.getLast()).isEqualTo("5001 auth/1 last words");
    }

    @Test
    void binaryJunkIsKeptByteByByte() throws IOException {
        byte[] junk = new byte[70_000];
        new java.util.Random(7).nextBytes(junk);
        for (int i = 0; i < junk.length; i++) {
            junk[i] = junk[i] == '\n' || junk[i] == '\r' ? 0 : junk[i];
        }
        StreamWriter writer = journal.stream(AUTH, 1, StreamName.STDOUT);
        writer.write(ByteBuffer.wrap(junk));
        writer.end();
        ByteBuffer read = ByteBuffer.allocate(junk.length);
        for (JournalEntry entry : rest(journal.cursor(1))) {
            var batch = (LogBatch) entry;
            for (int i = 0; i < batch.size(); i++) {
                read.put(batch.bytes(), batch.offset(i), batch.length(i));
            }
        }
        assertThat(read.array()).isEqualTo(junk);
    }

    @Test
    void ofLinesThatNeedNoFilterThatIsKnownWhereverTheyGo() throws IOException {
        kit.log(AUTH, 1, "plain\twith a tab\nand another\n");
        kit.log(AUTH, 1, "plain\nand f\u00fcr you\n");

        List<LogBatch> batches = rest(kit.journal.cursor(1)).stream().map(LogBatch.class::cast).toList();
        assertThat(batches).extracting(LogBatch::isPlain).containsExactly(true, false);
        LogBatch plain = batches.getFirst();
        assertThat(plain.continues(1)).isFalse();
        assertThat(List.of(plain.lines(1, 2), plain.detached(), plain.withHeadings((_, _, _) -> null)))
                .allMatch(LogBatch::isPlain);
    }

    @Test
    void aPieceOfALongLineIsSaidToGoOnWhetherOrNotItIsPlain() throws IOException {
        kit.log(AUTH, 1, "x".repeat(LineTable.MAX_LENGTH + 1) + "\n");
        kit.log(AUTH, 1, "\u00fc" + "x".repeat(LineTable.MAX_LENGTH) + "\n");

        List<LogBatch> batches = rest(kit.journal.cursor(1)).stream().map(LogBatch.class::cast).toList();
        assertThat(batches).extracting(batch -> batch.continues(0)).containsExactly(true, false, true, false);
        assertThat(batches).extracting(LogBatch::isPlain).containsExactly(true, true, false, false);
    }

    @Test
    void whoReadsIntoABufferOfItsOwnGetsTheLinesThatAreGoodUntilTheNextRead() throws IOException {
        for (int i = 1; i <= 300; i++) {
            kit.log(AUTH, 1, "line " + i + "\n");
            journal.notice(Level.INFO, "note " + i);
        }
        kit.log(AUTH, 1, "\n".repeat(5000) + "behind what no buffer takes");
        JournalCursor lines = journal.lines(3);
        ByteBuffer room = ByteBuffer.allocate(8192);
        StringBuilder read = new StringBuilder();
        for (var some = lines.next(room); !some.isEmpty(); some = lines.next(room)) {
            shown(some).forEach(line -> read.append(line).append('\n'));
        }
        assertThat(read.toString().lines())
                .hasSize(299 + 5001)
                .startsWith("3 auth/1 line 2", "5 auth/1 line 3")
                .contains("599 auth/1 line 300")
                .endsWith("5601 auth/1 behind what no buffer takes");
    }

    @Test
    void aCursorStartsInTheMiddleOfABatch() throws IOException {
        kit.log(AUTH, 1, "one\ntwo\nthree\n");
        kit.log(ORDERS, 1, "four\n");
        assertThat(shown(rest(journal.cursor(3)))).containsExactly("3 auth/1 three", "4 orders-2/1 four");
        assertThat(shown(rest(journal.cursor(5)))).isEmpty();
    }

    @Test
    void aCursorThatIsAheadWaitsForItsEntry() throws IOException {
        JournalCursor cursor = journal.cursor(3);
        kit.log(AUTH, 1, "one\ntwo\nthree\nfour\n");
        assertThat(shown(rest(cursor))).containsExactly("3 auth/1 three", "4 auth/1 four");
    }

    @Test
    void aCursorGoesOnThroughManySegments() throws IOException {
        for (int i = 0; i < 500; i++) {
            kit.log(i % 2 == 0 ? AUTH : ORDERS, i, "number " + i + "\n");
        }
        assertThat(kit.all()).hasSize(500).contains("250 orders-2/249 number 249");
        assertThat(shown(rest(journal.cursor(400)))).hasSize(101).startsWith("400 orders-2/399 number 399");
        assertThat(folder.resolve(journal.start())).isDirectoryContaining("glob:**/00000009.segment");
    }

    @Test
    void aCursorOfOneRunSeesNothingElse() throws IOException {
        kit.log(AUTH, 1, "old\n");
        JournalCursor cursor = journal.cursor(AUTH, 2);
        kit.log(ORDERS, 2, "x".repeat(6000) + "\n");
        journal.notice(Level.INFO, "not this");
        kit.log(AUTH, 2, "mine\n");
        kit.log(AUTH, 2, "y".repeat(6000) + "\n");
        assertThat(shown(rest(cursor))).containsExactly("4 auth/2 mine", "5 auth/2 " + "y".repeat(6000));
        assertThat(cursor.next(1000)).isEmpty();
    }

    /** Services that crash all the time are asked for their last lines each time. */
    @Test
    void aCursorOfOneRunBeginsWhereTheRunDid() throws IOException {
        kit.log(AUTH, 1, "old\n");
        kit.log(ORDERS, 1, "x".repeat(6000) + "\n");
        kit.log(AUTH, 2, "mine\n");
        kit.log(ORDERS, 1, "other\n");
        assertThat(journal.cursor(AUTH, 2).sequence()).isEqualTo(3);
        assertThat(shown(rest(journal.cursor(AUTH, 2)))).containsExactly("3 auth/2 mine");
        assertThat(shown(rest(journal.cursor(AUTH, 1)))).containsExactly("1 auth/1 old");
        assertThat(journal.cursor(AUTH, 3).next(1000)).isEmpty();
        assertThat(shown(rest(journal.cursor(ORDERS, 1)))).hasSize(2);
    }

    @Test
    void aCursorOfARunWhoseBeginningIsNoLongerKeptBeginsWithTheOldestThatIs() throws IOException {
        var begin = new RunBegin(1, 7, 100, 5);
        assertThat(begin.from(new Segment(8, 20, new SegmentFile(folder, FileChannel::open)))).isNull();
    }

    @Test
    void skippingPassesOverRecordsOnlyAndAccountsForThem() throws IOException {
        kit.log(AUTH, 1, "1\n2\n3\n");
        journal.notice(Level.WARN, "4");
        kit.log(AUTH, 1, "5\n");
        kit.log(AUTH, 1, "6\n7\n8\n");
        JournalCursor cursor = journal.cursor(2);
        assertThat(shown(cursor.skipTo(8, "too many")))
                .containsExactly("2 gap of 2: too many", "4 warn 4", "5 gap of 3: too many");
        assertThat(cursor.sequence()).isEqualTo(8);
        assertThat(shown(rest(cursor))).containsExactly("8 auth/1 8");
        assertThat(cursor.skipTo(100, "nothing there")).isEmpty();
    }

    @Test
    void waitingIsOverWhenTheTimeIs() throws Exception {
        JournalCursor cursor = journal.cursor(1);
        assertThat(cursor.awaitMore(Duration.ofMillis(1))).isFalse();
        journal.notice(Level.INFO, "there");
        assertThat(cursor.awaitMore(Duration.ofDays(1))).isTrue();
    }

    @Test
    @Timeout(30)
    void whoGathersIsLeftAloneUntilItIsDisturbed() throws Exception {
        JournalCursor cursor = journal.cursor(1);
        cursor.awakeEvery(Duration.ofDays(1));
        journal.notice(Level.INFO, "one");
        assertThat(cursor.awaitMore(Duration.ofDays(1))).isTrue();
        assertThat(shown(rest(cursor))).containsExactly("1 info one");

        journal.notice(Level.INFO, "two");
        Thread other = Thread.ofVirtual().start(cursor::disturb);
        assertThat(cursor.awaitMore(Duration.ofDays(2))).isTrue();
        other.join();
        assertThat(shown(rest(cursor))).containsExactly("2 info two");
    }

    @Test
    @Timeout(30)
    void whoGathersWaitsNoLongerThanAsked() throws Exception {
        JournalCursor cursor = journal.cursor(1);
        cursor.awakeEvery(Duration.ofDays(1));

        assertThat(cursor.awaitMore(Duration.ZERO)).isFalse();
        assertThat(cursor.awaitMore(Duration.ofMillis(1))).isFalse();
        journal.notice(Level.INFO, "one");
        assertThat(cursor.awaitMore(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void waitingEndsWithTheJournal() throws Exception {
        JournalCursor cursor = journal.cursor(1);
        Thread closer = Thread.ofVirtual().start(() -> assertThatNoFailure(() -> journal.close()));
        while (cursor.awaitMore(Duration.ofDays(1)) || journal.lastSequence() > 0) {
            throw new AssertionError("nothing was appended");
        }
        closer.join();
    }

    @Test
    void whatIsInAClosedJournalCanStillBeRead() throws IOException {
        kit.log(AUTH, 1, "last\n");
        journal.close();
        assertThat(kit.all()).containsExactly("1 auth/1 last");
        assertThatThrownBy(() -> journal.notice(Level.INFO, "late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptedThreadStillAppendsAndReads() throws IOException {
        kit.log(AUTH, 1, "one\n");
        JournalCursor cursor = journal.cursor(1);
        Thread.currentThread().interrupt();
        kit.log(AUTH, 1, "two\n");
        List<JournalEntry> read = rest(cursor);
        assertThat(Thread.interrupted()).isTrue();
        kit.log(AUTH, 1, "three\n");
        assertThat(shown(read)).containsExactly("1 auth/1 one", "2 auth/1 two");
        assertThat(shown(rest(cursor))).containsExactly("3 auth/1 three");
    }

    private interface Failing {
        void run() throws IOException;
    }

    private static void assertThatNoFailure(Failing action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
