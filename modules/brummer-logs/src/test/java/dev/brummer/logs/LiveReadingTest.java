package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.NO_LEVELS;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static dev.brummer.logs.TestingJournal.rest;
import static dev.brummer.logs.TestingJournal.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveReadingTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenMeanwhileIsReadAfterARefresh() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            kit.log(AUTH, 1, "one\n");
            try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
                JournalCursor cursor = reader.cursor(1);
                assertThat(shown(rest(cursor))).containsExactly("1 auth/1 one");
                assertThat(reader.refresh()).isFalse();

                kit.log(AUTH, 1, "two\n");
                assertThat(rest(cursor)).isEmpty();
                assertThat(reader.refresh()).isTrue();
                assertThat(shown(rest(cursor))).containsExactly("2 auth/1 two");
            }
        }
    }

    @Test
    void theReaderFollowsIntoNewSegments() throws IOException {
        List<String> read = new ArrayList<>();
        try (var kit = new TestingJournal(folder)) {
            kit.journal.notice(Level.INFO, "first");
            try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
                JournalCursor cursor = reader.cursor(1);
                for (int i = 0; i < 400; i++) {
                    kit.log(i % 2 == 0 ? AUTH : ORDERS, 1, "line " + i + "\n");
                    if (i % 7 == 0) {
                        boolean ignored = reader.refresh();
                        read.addAll(shown(rest(cursor)));
                    }
                }
                boolean ignored = reader.refresh();
                read.addAll(shown(rest(cursor)));
                assertThat(read).isEqualTo(kit.all());
                assertThat(reader.lastSequence()).isEqualTo(401);
            }
            try (var segments = Files.list(kit.journal.folder())) {
                assertThat(segments).hasSizeGreaterThan(5);
            }
        }
    }

    @Test
    void halfABatchIsNotReadUntilItIsWhole() throws IOException {
        Path segment;
        byte[] whole;
        try (var kit = new TestingJournal(folder)) {
            kit.log(AUTH, 1, "one\n");
            kit.log(AUTH, 1, "two\n");
            segment = kit.journal.folder().resolve("00000001.segment");
            whole = Files.readAllBytes(segment);
        }
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("00000001.segment");
        Files.write(copy, java.util.Arrays.copyOf(whole, whole.length - 3));
        try (var reader = JournalReader.open(copy.getParent(), NO_LEVELS)) {
            JournalCursor cursor = reader.cursor(1);
            assertThat(shown(rest(cursor))).containsExactly("1 auth/1 one");
            Files.write(copy, java.util.Arrays.copyOfRange(whole, whole.length - 3, whole.length), StandardOpenOption.APPEND);
            assertThat(reader.refresh()).isTrue();
            assertThat(shown(rest(cursor))).containsExactly("2 auth/1 two");
            assertThat(reader.tornTail()).isEmpty();
        }
    }

    @Test
    void aStartThatEndedInOrderSaysHow() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            kit.log(AUTH, 1, "one\n");
            try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
                assertThat(reader.end()).isEmpty();
                kit.now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
                kit.journal.end(124);
                assertThat(reader.refresh()).as("the end is no entry").isFalse();
                assertThat(reader.end()).contains(new StartEnd(kit.now.get(), 124));
                assertThat(shown(rest(reader.cursor(1)))).containsExactly("1 auth/1 one");
            }
        }
    }

    @Test
    void aSegmentThatTheWriterRemovedIsAGap() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            for (int i = 0; i < 200; i++) {
                kit.log(AUTH, 1, "line " + i + "\n");
            }
            try (var reader = JournalReader.open(kit.journal.folder(), NO_LEVELS)) {
                reader.close();
                Files.delete(kit.journal.folder().resolve("00000001.segment"));
                List<String> read = shown(rest(reader.cursor(1)));
                assertThat(read.getFirst()).matches("1 gap of \\d+: no longer kept");
                assertThat(read.getLast()).isEqualTo("200 auth/1 line 199");
            }
        }
    }
}
