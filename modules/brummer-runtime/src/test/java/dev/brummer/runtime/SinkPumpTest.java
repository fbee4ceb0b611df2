package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.brummer.config.PluginDescriptor;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.Plugin;
import dev.brummer.runtime.plugins.PluginCall;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.runtime.plugins.PluginKind;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.insight.trace.TraceJoiner;
import dev.brummer.insight.name.Attribution;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.StreamWriter;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.QueryScope;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class SinkPumpTest {
    // How it is made is each test's own affair.
    private static final Contribution<OutputSinkFactory> KIND = new Contribution<>(
            PluginKind.SINK,
            new TestingPlugins.Console(),
            new PluginDescriptor("test", "", List.of(), Optional.empty()),
            new Plugin("test.jar", "", SinkPumpTest.class.getClassLoader()));

    @TempDir
    private Path folder;

    private final List<String> got = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final PluginGuard guard = new PluginGuard(told::add);
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private final ExecutorService searching = Executors.newSingleThreadExecutor();
    private Journal journal;
    private StreamLens lens;
    private final Attribution attribution = new Attribution(() -> new NameBook(Map.of()));

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(), (_, _, _) -> Level.INFO, new StorageTrouble());
        lens = new StreamLens(journal.search(TraceJoiner.MAKER, searching, 1), new SystemTime(), () -> attribution);
    }

    @AfterEach
    void endSearching() {
        searching.close();
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
        return pump(() -> sink);
    }

    private SinkPump pump(PluginCall<OutputSink> opening) {
        var plan = new Sinks.Planned(KIND, opening, false, false);
        var pump = new SinkPump(plan, journal, lens, attribution, guard, new SinkPump.Listener() {
            @Override
            public void broken(Sinks.Planned plan, String why) {
                broken.complete(plan.id() + ": " + why);
            }

            @Override
            public void unopened(Sinks.Planned plan, String why) {
                broken.complete(plan.id() + " unopened: " + why);
            }
        });
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
    void aFocusShowsThePastAgainAndChoosesWhatComes() throws IOException {
        SinkPump pump = pump(got::add);
        List.of("first good", "first bad", "second good").forEach(this::log);
        await().until(() -> got.contains("auth#1 | second good"));
        got.clear();
        pump.focus(new StreamLens.Focus(
                unit -> unit.pieces().getFirst().text(0).contains("good"), "good things", 1));
        await().until(() -> got.contains("auth#1 | second good"));
        assertThat(got).doesNotContain("auth#1 | first good", "auth#1 | first bad").anyMatch(text -> text.startsWith("showing good things"));
        List.of("third bad", "third good").forEach(this::log);
        journal.notice(Level.INFO, "a notice");
        endOf(pump);
        assertThat(got)
                .containsSubsequence("auth#1 | second good", "auth#1 | third good", "a notice")
                .doesNotContain("auth#1 | third bad");
    }

    @Test
    void aPatternThatTakesTooLongIsGivenUpRatherThanTheStream() throws IOException, QueryException {
        SinkPump pump = pump(got::add);
        QueryScope nothing = new Investigation(Optional.empty(), (_, _) -> {}, new NameBook(Map.of()))
                .scope(Instant.EPOCH, Optional.empty());
        BoundQuery slow = Query.parse("/(a|aa|aaa)+$/", Dialect.PROMPT).bind(nothing);
        pump.focus(new StreamLens.Focus(slow, "what takes long", 0));
        log("a".repeat(2000) + "b");
        log("next");
        endOf(pump);
        assertThat(got).anyMatch(text -> text.startsWith("showing everything again: ")).contains("auth#1 | next");
    }

    private void log(String text) {
        StreamWriter writer = journal.stream(InstanceId.only(new ServiceId("auth")), 1, StreamName.STDOUT);
        writer.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
        writer.end();
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
        assertThat(got).as("it is closed all the same").endsWith("close").containsOnlyOnce("close");
        assertThat(told).isEmpty();
    }

    @Test
    void aSinkIsFlushedASecondTimeWhereNothingComes() throws IOException {
        journal.notice(Level.INFO, "one");
        SinkPump pump = pump(got::add);
        await().until(() -> got.size() == 3);
        assertThat(got).containsExactly("one", "flush", "flush");
        endOf(pump);
    }

    @Test
    void aSinkCanEndWhileTheJournalGoesOn() {
        SinkPump pump = pump(got::add);
        journal.notice(Level.INFO, "one");
        pump.endAfter(journal.lastSequence());
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(got).contains("one").endsWith("flush", "close");
    }

    @Test
    void aSinkThatBreaksByItsOwnFaultIsToldAsWell() {
        SinkPump pump = pump(text -> {
            throw new IllegalStateException("a bug");
        });
        journal.notice(Level.INFO, "one");
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
        String why = "sink 'test' of test.jar broke: it threw IllegalStateException: a bug (SinkPumpTest.java:";
        assertThat(broken.orTimeout(5, TimeUnit.SECONDS).join()).startsWith("test: " + why);
        assertThat(told).singleElement().asString().startsWith(why);
        assertThat(got).as("it is closed all the same").endsWith("close").containsOnlyOnce("close");
    }

    @Test
    void aSinkThatCannotBeOpenedIsToldAndEnds() {
        SinkPump pump = pump((PluginCall<OutputSink>) () -> {
            throw new IOException("no such folder");
        });
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(broken.join()).isEqualTo("test unopened: no such folder");
    }

    @Test
    void aFactoryThatMakesNoneIsToldAsWell() {
        SinkPump pump = pump((PluginCall<OutputSink>) () -> null);
        pump.done().orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(broken.join()).startsWith("test: sink 'test' of test.jar broke: ");
    }

    @Test
    void aSinkThatDoesNotCloseIsLeftAloneAfterThreeSeconds() throws Exception {
        var free = new CountDownLatch(1);
        SinkPump pump = pump((PluginCall<OutputSink>) () -> new Unending(free));
        pump.endAfter(journal.lastSequence());
        long begin = System.nanoTime();
        assertThat(pump.endsInTime(begin)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
        assertThat(pump.done()).isDone();
        free.countDown();
    }

    @Test
    void aSinkThatEndsIsAwaited() throws Exception {
        SinkPump pump = pump(got::add);
        pump.endAfter(journal.lastSequence());
        assertThat(pump.endsInTime(System.nanoTime())).isTrue();
        assertThat(got).endsWith("close");
    }

    /** A sink whose end takes as long as a test likes, whoever interrupts it. */
    private record Unending(CountDownLatch free) implements OutputSink {
        @Override
        public void accept(List<JournalEntry> entries) {}

        @Override
        public void flush() {}

        @Override
        public void close() {
            boolean over = false;
            while (!over) {
                try {
                    free.await();
                    over = true;
                } catch (InterruptedException e) {
                    over = false;
                }
            }
        }
    }
}
