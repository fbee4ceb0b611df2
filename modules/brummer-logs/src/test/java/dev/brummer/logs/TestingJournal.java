package dev.brummer.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A journal with a clock that stands still until told, and entries as short text. */
final class TestingJournal implements AutoCloseable {
    static final InstanceId AUTH = InstanceId.only(new ServiceId("auth"));
    static final InstanceId ORDERS = new InstanceId(new ServiceId("orders"), 2);
    static final JournalSettings SMALL = new JournalSettings(1 << 30, 10, 4096);
    static final LogBatch.LevelReader NO_LEVELS = (_, _, _) -> null;

    final AtomicReference<Instant> now;
    final List<String> trouble = new ArrayList<>();
    Consumer<String> onTrouble = trouble::add;
    final Journal journal;

    TestingJournal(Path folder) throws IOException {
        this(folder, SMALL, FileChannel::open);
    }

    TestingJournal(Path folder, JournalSettings settings, ChannelOpener opener) throws IOException {
        this(folder, settings, opener, Instant.parse("2026-11-22T15:04:05.123456Z"));
    }

    TestingJournal(Path folder, JournalSettings settings, ChannelOpener opener, Instant start) throws IOException {
        now = new AtomicReference<>(start);
        InstantSource clock = now::get;
        journal = Journal.create(folder, settings, clock, NO_LEVELS, new Troubles(), opener);
    }

    private final class Troubles implements JournalTrouble {
        @Override
        public void storingStopped(Path file, IOException cause) {
            onTrouble.accept("stopped: " + cause.getMessage());
        }

        @Override
        public void storingResumed() {
            onTrouble.accept("resumed");
        }
    }

    void log(InstanceId instance, int run, String text) {
        StreamWriter writer = journal.stream(instance, run, StreamName.STDOUT);
        writer.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        writer.end();
    }

    List<String> all() throws IOException {
        return shown(rest(journal.cursor(1)));
    }

    static List<JournalEntry> rest(JournalCursor cursor) throws IOException {
        List<JournalEntry> all = new ArrayList<>();
        for (var some = cursor.next(1 << 16); !some.isEmpty(); some = cursor.next(1 << 16)) {
            all.addAll(some);
        }
        return all;
    }

    static List<String> shown(List<JournalEntry> entries) {
        return entries.stream().flatMap(entry -> shown(entry).stream()).toList();
    }

    private static List<String> shown(JournalEntry entry) {
        long sequence = entry.sequence();
        return switch (entry) {
            case LogBatch batch -> lines(batch);
            case FactBatch facts ->
                facts.facts().stream().map(found -> found.sequence() + " " + found.fact()).toList();
            case StateChange change ->
                List.of(sequence + " " + change.instance() + " " + change.run() + " " + change.from().word() + " → "
                        + change.to().word() + ": " + change.reason()
                        + change.took().map(took -> " (" + took + ")").orElse(""));
            case Notice notice -> List.of(sequence + " " + notice.level().word() + " " + notice.text());
            case Gap gap -> List.of(sequence + " gap of " + gap.records() + ": " + gap.reason());
        };
    }

    private static List<String> lines(LogBatch batch) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            lines.add(batch.sequence() + i + " " + batch.instance() + "/" + batch.run() + " " + batch.text(i)
                    + (batch.continues(i) ? "→" : ""));
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
