package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.rest;
import static dev.brummer.logs.TestingJournal.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Level;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-22T15:04:05.123456Z");

    @Test
    void theOldestStartsGo() throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            elapse();
            try (var kit = kit(1 << 30, 3)) {
                kit.log(AUTH, 1, "hello\n");
                kit.journal.retain();
                names.add(kit.journal.start());
            }
        }
        assertThat(starts()).isEqualTo(names.subList(2, 5));
    }

    @Test
    void earlierStartsGoBeforeTheCurrentOneIsTouched() throws IOException {
        for (int i = 0; i < 3; i++) {
            elapse();
            try (var kit = kit(20_000, 10)) {
                fill(kit, 8_000);
            }
        }
        elapse();
        try (var kit = kit(20_000, 10)) {
            fill(kit, 8_000);
            assertThat(starts()).hasSize(2).endsWith(kit.journal.start());
            assertThat(kit.all().getFirst()).startsWith("1 ");
        }
    }

    @Test
    void theCurrentStartLosesItsOldestSegmentsWithAnAccountedGap() throws IOException {
        try (var kit = kit(20_000, 10)) {
            JournalCursor early = kit.journal.cursor(1);
            fill(kit, 100_000);
            long last = kit.journal.lastSequence();
            List<String> left = kit.all();
            assertThat(left.getFirst()).matches("1 gap of \\d+: no longer kept");
            assertThat(left.getLast()).startsWith(last + " ");
            assertThat(shown(rest(early))).isEqualTo(left);
            assertThat(left.size()).isBetween(100, 250);
        }
    }

    @Test
    void theNewestDataStayHoweverSmallTheBound() throws IOException {
        try (var kit = kit(1, 1)) {
            fill(kit, 20_000);
            kit.journal.retain();
            assertThat(kit.all()).hasSizeGreaterThan(20);
        }
    }

    @Test
    void startsHaveDifferentNamesEvenInTheSameMicrosecond() throws IOException {
        try (var one = kit(1000, 5);
                var two = kit(1000, 5)) {
            one.journal.notice(Level.INFO, "one");
            two.journal.notice(Level.INFO, "two");
            assertThat(one.journal.start()).isEqualTo("2026-11-22T15-04-05.123456Z");
            assertThat(two.journal.start()).isEqualTo("2026-11-22T15-04-05.123456Z-2");
        }
    }

    private TestingJournal kit(long bytes, int starts) throws IOException {
        return new TestingJournal(folder, new JournalSettings(bytes, starts, 4000), FileChannel::open, now);
    }

    private void elapse() {
        now = now.plusSeconds(1);
    }

    private static void fill(TestingJournal kit, int bytes) {
        for (int i = 0; i < bytes / 150; i++) {
            kit.journal.notice(Level.INFO, "x".repeat(90));
        }
    }

    private List<String> starts() throws IOException {
        return JournalReader.starts(folder).stream().map(start -> start.getFileName().toString()).toList();
    }
}
