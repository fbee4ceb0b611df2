package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutputTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    @TempDir
    private Path folder;

    private Journal journal;
    private RunOutput output;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
        output = new RunOutput(journal, new BugReports(folder, journal, new SystemTime(), UnaryOperator.identity()));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private List<String> kept() throws IOException {
        return journal.cursor(1).next(1 << 20).stream().map(RunOutputTest::text).toList();
    }

    private static String text(JournalEntry entry) {
        return switch (entry) {
            case LogBatch lines -> new String(lines.bytes(), lines.offset(0), lines.length(0), StandardCharsets.UTF_8);
            case Notice notice -> notice.text();
            default -> entry.toString();
        };
    }

    @Test
    void whatARunWritesIsKeptToItsEnd() throws IOException {
        var written = new Written("one\n", "two");
        output.keep(WEB, 1, StreamName.STDOUT, written);

        assertThat(kept()).containsExactly("one", "two");
    }

    @Test
    void aFaultIsSaidAndTheRestIsReadSoThatTheRunDoesNotStandStill() throws IOException {
        var written = new Written("one\n", Written.FAULT, "two\n", "three\n");
        output.keep(WEB, 1, StreamName.STDERR, written);

        assertThat(written.parts).isEmpty();
        assertThat(kept()).hasSize(2).first().isEqualTo("one");
        assertThat(kept().getLast())
                .startsWith("a bug in brum, while keeping the stderr of web, which is lost from here on:"
                        + " java.lang.IllegalStateException: a fault; its stack trace is in ");
    }

    /** What a run has written, one part a read. */
    private static final class Written implements ReadableByteChannel {
        static final String FAULT = "";

        final Queue<String> parts;

        Written(String... parts) {
            this.parts = new ArrayDeque<>(List.of(parts));
        }

        @Override
        public int read(ByteBuffer into) {
            String part = parts.poll();
            if (part == null) {
                return -1;
            }
            if (part.equals(FAULT)) {
                throw new IllegalStateException("a fault");
            }
            into.put(part.getBytes(StandardCharsets.UTF_8));
            return part.length();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
