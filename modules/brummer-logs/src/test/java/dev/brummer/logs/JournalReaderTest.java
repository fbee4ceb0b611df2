package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.NO_LEVELS;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static dev.brummer.logs.TestingJournal.rest;
import static dev.brummer.logs.TestingJournal.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
    @TempDir
    Path folder;

    @Test
    void aFinishedStartIsReadAsItWas() throws IOException {
        List<String> written = write(300);
        try (var reader = JournalReader.open(onlyStart(), NO_LEVELS)) {
            assertThat(shown(rest(reader.cursor(1)))).isEqualTo(written);
            assertThat(shown(rest(reader.cursor(250)))).isEqualTo(written.subList(249, 300));
            assertThat(reader.firstSequence()).isEqualTo(1);
            assertThat(reader.lastSequence()).isEqualTo(300);
            assertThat(reader.tornTail()).isEmpty();
        }
    }

    @Test
    void aTornTailIsCutOffWhereverItIsTorn() throws IOException {
        List<Long> ends = new ArrayList<>();
        Path segment;
        List<String> written;
        try (var kit = new TestingJournal(folder)) {
            segment = kit.journal.folder().resolve("00000001.segment");
            kit.journal.notice(Level.INFO, "one");
            ends.add(Files.size(segment));
            kit.log(AUTH, 1, "two\n");
            ends.add(Files.size(segment));
            kit.log(ORDERS, 1, "three\n");
            ends.add(Files.size(segment));
            written = kit.all();
        }
        byte[] whole = Files.readAllBytes(segment);
        int untorn = 0;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(segment, Arrays.copyOf(whole, length));
            untorn += opens(length, ends, written) ? 1 : 0;
            Files.write(segment, Arrays.copyOf(Arrays.copyOf(whole, length), whole.length));
            opens(length, ends, written);
        }
        assertThat(untorn).as("the empty file and six frame ends").isEqualTo(7);
    }

    private boolean opens(int length, List<Long> ends, List<String> written) throws IOException {
        int complete = (int) ends.stream().filter(end -> end <= length).count();
        try (var reader = JournalReader.open(onlyStart(), NO_LEVELS)) {
            assertThat(shown(rest(reader.cursor(1)))).as("%d bytes", length).isEqualTo(written.subList(0, complete));
            assertThat(reader.lastSequence()).isEqualTo(complete);
            return reader.tornTail().isEmpty();
        }
    }

    @Test
    void aDamagedSegmentInTheMiddleIsAGap() throws IOException {
        write(300);
        Path second = onlyStart().resolve("00000002.segment");
        byte[] bytes = Files.readAllBytes(second);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(second, bytes);
        try (var reader = JournalReader.open(onlyStart(), NO_LEVELS)) {
            List<String> read = shown(rest(reader.cursor(1)));
            assertThat(read).anyMatch(line -> line.matches("\\d+ gap of \\d+: no longer kept"));
            assertThat(read.getLast()).startsWith("300 ");
        }
    }

    @Test
    void whereNoJournalIsItSaysSo() {
        assertThatThrownBy(() -> JournalReader.open(folder.resolve("none"), NO_LEVELS))
                .isInstanceOf(NoSuchFileException.class);
    }

    private List<String> write(int lines) throws IOException {
        try (var kit = new TestingJournal(folder)) {
            for (int i = 0; i < lines; i++) {
                kit.log(i % 3 == 0 ? AUTH : ORDERS, 1 + i / 50, "line " + i + "\n");
            }
            return kit.all();
        }
    }

    private Path onlyStart() throws IOException {
        return JournalReader.starts(folder).getFirst();
    }
}
