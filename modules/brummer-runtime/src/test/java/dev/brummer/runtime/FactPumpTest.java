package dev.brummer.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.fact.FactSearch;
import dev.brummer.insight.fact.ParserKind;
import dev.brummer.insight.fact.ParserTrouble;
import dev.brummer.insight.name.NameBook;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.StreamWriter;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Facts are found in whatever is written, and stand in the journal behind their lines. */
@Timeout(30)
class FactPumpTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final int MANY = 60_000;

    @TempDir
    private Path folder;

    private final CountDownLatch testOver = new CountDownLatch(1);
    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<String> trouble = new ArrayList<>();
    private Journal journal;
    private StreamWriter writer;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder.resolve("journal"), JournalSettings.keeping(2_000_000_000L, 10), new SystemTime(),
                (_, _, _) -> Level.INFO, new StorageTrouble());
        writer = journal.stream(WEB, 1, StreamName.STDOUT);
    }

    @AfterEach
    void close() throws IOException {
        testOver.countDown();
        threads.forEach(ExecutorService::shutdownNow);
        journal.close();
    }

    private final class Troubles implements ParserTrouble {
        @Override
        public void unusable(String parser, Throwable why) {
            trouble.add("unusable");
        }

        @Override
        public void broke(String parser, Place place, Throwable why) {
            trouble.add("broke");
        }

        @Override
        public void switchedOff(String parser, int times) {
            trouble.add("off");
        }

        @Override
        public void hangs(String parser, Place place, Duration since) {
            trouble.add("hangs at " + place.sequence());
        }
    }

    private static ParserKind kind(String needle, Parsing body) {
        return new ParserKind(needle, () -> new LogParser() {
            @Override
            public List<String> needles() {
                return List.of(needle);
            }

            @Override
            public void parse(LogLine line, Consumer<Fact> found) {
                body.parse(line, found);
            }
        });
    }

    private interface Parsing {
        void parse(LogLine line, Consumer<Fact> found);
    }

    /** What it finds is the line itself. */
    private static ParserKind echo() {
        return kind("needle", (line, found) -> found.accept(new Fact.UrlAnnounced(line.text())));
    }

    private static final class NobodyListens implements FactPump.Listener {
        @Override
        public void read(List<LogBatch> lines) {}

        @Override
        public void found(List<FoundFact> facts) {}
    }

    private FactPump pump(ParserKind... kinds) {
        FactPump pump = new FactPump(
                journal,
                () -> new FactSearch(
                        List.of(kinds), new NameBook(Map.of()), new Troubles(), this::thread, Duration.ofMillis(80)),
                new NobodyListens(),
                new BugReports(folder, journal, new SystemTime(), UnaryOperator.identity()));
        pump.start();
        return pump;
    }

    private ExecutorService thread() {
        threads.add(Executors.newSingleThreadExecutor());
        return threads.getLast();
    }

    private static String line(int number) {
        return "line " + number + (number % 3 == 0 ? " holds a needle and some more" : " is hay and nothing but hay");
    }

    private void write(int from, int to) {
        for (int number = from; number < to; number++) {
            writer.write(ByteBuffer.wrap((line(number) + "\n").getBytes(UTF_8)));
        }
    }

    /** In pieces of the size in which a flood comes. */
    private void flood(int lines) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < lines; number++) {
            text.append(line(number)).append('\n');
        }
        writer.write(ByteBuffer.wrap(text.toString().getBytes(UTF_8)));
    }

    private List<FoundFact> facts() throws IOException {
        List<FoundFact> facts = new ArrayList<>();
        JournalCursor cursor = journal.facts(1);
        for (List<JournalEntry> some = cursor.next(1 << 16); !some.isEmpty(); some = cursor.next(1 << 16)) {
            some.forEach(entry -> facts.addAll(((FactBatch) entry).facts()));
        }
        return facts;
    }

    private static void end(FactPump pump) throws Exception {
        pump.end();
        pump.done().get(20, TimeUnit.SECONDS);
    }

    @Test
    void everyFactOfAFloodIsFoundInOrderBehindItsLine() throws Exception {
        flood(MANY);
        FactPump pump = pump(echo());
        end(pump);

        List<FoundFact> facts = facts();
        assertThat(facts).hasSize(MANY / 3);
        for (int i = 0; i < facts.size(); i++) {
            FoundFact fact = facts.get(i);
            assertThat(((Fact.UrlAnnounced) fact.fact()).url()).isEqualTo(line(i * 3));
            assertThat(fact.source()).isEqualTo(i * 3 + 1L);
            assertThat(fact.sequence()).isGreaterThan(fact.source());
        }
    }

    @Test
    void factsAreFoundAsLinesCome() throws Exception {
        FactPump pump = pump(echo());
        JournalCursor facts = journal.facts(1);

        write(0, 1);
        assertThat(facts.awaitMore(Duration.ofSeconds(20))).isTrue();
        while (facts().isEmpty()) {
            Thread.onSpinWait();
        }
        write(1, 4);
        end(pump);

        assertThat(facts()).extracting(FoundFact::source).as("the first fact is the second entry").containsExactly(1L, 5L);
    }

    @Test
    void whatComesWhileAParserHangsIsLookedAtOnceItIsGivenUp() throws Exception {
        flood(MANY);
        FactPump pump = pump(echo(), kind("line 601 ", (_, _) -> hang()));
        end(pump);

        assertThat(trouble).containsExactly("hangs at 602");
        assertThat(facts().stream().map(FoundFact::source).distinct()).hasSize(MANY / 3).contains(601L, 604L);
    }

    // Interrupting it does not help.
    private void hang() {
        boolean interrupted = false;
        while (testOver.getCount() > 0) {
            try {
                testOver.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
