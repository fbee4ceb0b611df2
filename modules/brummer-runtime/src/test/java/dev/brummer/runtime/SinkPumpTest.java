package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.OutputSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class SinkPumpTest {
    @TempDir
    private Path folder;

    private final List<String> got = new CopyOnWriteArrayList<>();
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.defaults(), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
    }

    /** What a sink does with one entry. */
    @FunctionalInterface
    private interface Taking {
        void take(String text) throws IOException;
    }

    private SinkPump pump(Taking taking) {
        var sink = new OutputSink() {
            @Override
            public void accept(List<JournalEntry> entries) throws IOException {
                for (JournalEntry entry : entries) {
                    taking.take(TestingPlugins.words(entry));
                }
            }

            @Override
            public void flush() {
                got.add("flush");
            }

            @Override
            public void close() {
                got.add("close");
            }
        };
        var made = new Sinks.Made("test", sink, false, false);
        var pump = new SinkPump(made, journal, (kind, e) -> broken.complete(kind + ": " + e.getMessage()));
        pump.start();
        return pump;
    }

    private void endOf(SinkPump pump) throws IOException {
        pump.endAfter(journal.lastSequence());
        journal.close();
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
    }

    @Test
    void everythingIsDeliveredInOrderBeforeItEnds() throws IOException {
        SinkPump pump = pump(got::add);
        List<String> all = IntStream.range(0, 1000).mapToObj(i -> "line " + i).toList();
        all.forEach(text -> journal.notice(Level.INFO, text));
        endOf(pump);
        assertThat(got.stream().filter(text -> text.startsWith("line"))).isEqualTo(all);
        assertThat(got).endsWith("flush", "close");
        assertThat(broken).isNotDone();
    }

    @Test
    void aSinkThatComesLateGetsWhatWasBefore() throws IOException {
        journal.notice(Level.INFO, "early");
        SinkPump pump = pump(got::add);
        endOf(pump);
        assertThat(got).contains("early");
    }

    @Test
    void aSinkThatCannotWriteIsToldAndEnds() {
        SinkPump pump = pump(text -> {
            throw new IOException("no space left");
        });
        journal.notice(Level.INFO, "one");
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(broken.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo("test: no space left");
    }

    @Test
    void aSinkThatBreaksByItsOwnFaultIsToldAsWell() {
        SinkPump pump = pump(text -> {
            throw new IllegalStateException("a bug");
        });
        journal.notice(Level.INFO, "one");
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(broken.orTimeout(5, TimeUnit.SECONDS).join()).startsWith("test: the sink itself broke: ").contains("a bug");
    }
}
