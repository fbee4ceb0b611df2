package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalSearchTest {
    /** A line that begins with a tab belongs to the line before. */
    private static final Joiner.Maker TABS = () -> (bytes, offset, length) -> length > 0 && bytes[offset] == '\t';

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void theNewestUnitsComeOldestFirst() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            for (int i = 0; i < 500; i++) {
                kit.log(AUTH, 1, (i % 10 == 0 ? "needle " : "hay ") + i + "\n");
            }
            JournalSearch search = kit.journal.search(TABS, workers, 2);
            assertThat(texts(search.newest(new Containing("needle", true), 3, Long.MAX_VALUE)))
                    .containsExactly("needle 470", "needle 480", "needle 490");
            assertThat(texts(search.newest(new Containing("needle", false), 3, 480)))
                    .containsExactly("needle 450", "needle 460", "needle 470");
            assertThat(search.newest(new Containing("absent", true), 3, Long.MAX_VALUE)).isEmpty();
            assertThat(search.newest(BoundQuery.ALL, 1000, Long.MAX_VALUE)).hasSize(500);
        }
    }

    @Test
    void whatBeginsBehindIsLeftOutEvenInTheMidstOfABatch() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            kit.log(AUTH, 1, "needle 1\nneedle 2\nneedle 3\nneedle 4\n");
            JournalSearch search = kit.journal.search(TABS, workers, 1);
            for (boolean withNeedle : new boolean[] {true, false}) {
                var query = new Containing("needle", withNeedle);
                assertThat(texts(search.newest(query, 2, 4))).containsExactly("needle 2", "needle 3");
                List<Unit> seen = new ArrayList<>();
                search.forEach(query, 2, 4, seen::add);
                assertThat(texts(seen)).containsExactly("needle 2", "needle 3");
            }
        }
    }

    @Test
    void aUnitIsFoundByAnyOfItsLinesAndComesWhole() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            StreamWriter auth = kit.journal.stream(AUTH, 1, StreamName.STDOUT);
            write(auth, "before\nfailed\n\tat here\n");
            kit.log(ORDERS, 1, "from another service\n");
            write(auth, "\tat needle\n\tat there\nafter\n");
            auth.end();
            JournalSearch search = kit.journal.search(TABS, workers, 1);
            for (boolean withNeedle : new boolean[] {true, false}) {
                var query = new Containing("needle", withNeedle);
                assertThat(texts(search.newest(query, 10, Long.MAX_VALUE)))
                        .containsExactly("failed|\tat here|\tat needle|\tat there");
                assertThat(texts(all(search, query))).containsExactly("failed|\tat here|\tat needle|\tat there");
            }
        }
    }

    @Test
    void linesAroundAUnitComeWithItOnDemand() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            kit.log(AUTH, 1, "one\ntwo\n");
            kit.log(ORDERS, 1, "three\nneedle\n\tat four\n");
            kit.log(AUTH, 1, "five\nsix\n");
            JournalSearch search = kit.journal.search(TABS, workers, 1);
            for (boolean withNeedle : new boolean[] {true, false}) {
                Hit hit = search.newest(new Containing("needle", withNeedle), 5, Long.MAX_VALUE, 2).getFirst();
                assertThat(TestingJournal.shown(List.copyOf(hit.before())))
                        .containsExactly("2 auth/1 two", "3 orders-2/1 three");
                assertThat(text(hit.unit())).isEqualTo("needle|\tat four");
                assertThat(TestingJournal.shown(List.copyOf(hit.after())))
                        .containsExactly("6 auth/1 five", "7 auth/1 six");
            }
        }
    }

    @Test
    void aQueryOfTimesLooksAtNoOthers() throws IOException {
        try (var kit = new TestingJournal(folder)) {
            Instant begin = kit.now.get();
            for (int i = 0; i < 300; i++) {
                kit.now.set(begin.plus(Duration.ofMinutes(i)));
                kit.log(AUTH, 1, "minute " + i + "\n");
            }
            var query = new Between(begin.plus(Duration.ofMinutes(100)), begin.plus(Duration.ofMinutes(103)));
            JournalSearch search = kit.journal.search(TABS, workers, 2);
            assertThat(texts(all(search, query))).containsExactly("minute 100", "minute 101", "minute 102");
        }
    }

    @Test
    void aSearchThatItsVisitorEndsLeavesNobodyWaiting() throws IOException, InterruptedException {
        try (var kit = new TestingJournal(folder)) {
            for (int i = 0; i < 2000; i++) {
                kit.log(AUTH, 1, "line " + i + "\n");
            }
            JournalSearch search = kit.journal.search(TABS, workers, 2);
            assertThatThrownBy(() -> search.forEach(BoundQuery.ALL, 1, Long.MAX_VALUE, unit -> {
                        throw new IllegalArgumentException("enough");
                    }))
                    .hasMessage("enough");
            workers.shutdown();
            assertThat(workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whateverTheJournalASearchFindsWhatReadingEverythingFinds() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            Path own = folder.resolve("round" + round);
            var settings = new JournalSettings(1 << 30, 10, random.nextBoolean() ? 1 << 22 : 20_000);
            try (var kit = new TestingJournal(own, settings, FileChannel::open)) {
                List<List<String>> expected = random(kit.journal, random);
                JournalSearch search = kit.journal.search(TABS, workers, 2);
                for (boolean withNeedle : new boolean[] {true, false}) {
                    var query = new Containing("needle", withNeedle);
                    List<String> sought = expected.stream()
                            .filter(unit -> unit.stream().anyMatch(line -> line.contains("needle")))
                            .map(unit -> String.join("|", unit))
                            .toList();
                    assertThat(lines(all(search, query)))
                            .as("seed %d round %d, needle %s", seed, round, withNeedle)
                            .isEqualTo(neededLines(sought));
                    if (settings.segmentBytes() > 20_000) {
                        assertThat(texts(all(search, query)))
                                .as("seed %d round %d, needle %s", seed, round, withNeedle)
                                .containsExactlyInAnyOrderElementsOf(sought);
                        assertThat(texts(search.newest(query, 7, Long.MAX_VALUE)))
                                .as("seed %d round %d, needle %s", seed, round, withNeedle)
                                .isEqualTo(last(texts(all(search, query)), 7));
                    }
                }
            }
        }
    }

    /** The lines with the word, for a unit may be cut in two where a segment ends. */
    private static List<String> lines(List<Unit> units) {
        return neededLines(texts(units));
    }

    private static List<String> neededLines(List<String> units) {
        return units.stream()
                .flatMap(unit -> List.of(unit.split("\\|")).stream())
                .filter(line -> line.contains("needle"))
                .sorted()
                .toList();
    }

    private static <T> List<T> last(List<T> of, int count) {
        return of.subList(Math.max(0, of.size() - count), of.size());
    }

    /** Writes lines of three services, some of them in units, in writes of any size; returns the units. */
    private static List<List<String>> random(Journal journal, Random random) {
        List<List<String>> units = new ArrayList<>();
        List<StreamWriter> writers = new ArrayList<>();
        for (InstanceId instance : List.of(AUTH, ORDERS)) {
            writers.add(journal.stream(instance, 1, StreamName.STDOUT));
            writers.add(journal.stream(instance, 1, StreamName.STDERR));
        }
        List<List<String>> open = new ArrayList<>();
        writers.forEach(writer -> open.add(new ArrayList<>()));
        List<StringBuilder> texts = new ArrayList<>();
        writers.forEach(writer -> texts.add(new StringBuilder()));
        for (int i = 0; i < 3000; i++) {
            int which = random.nextInt(writers.size());
            boolean joins = random.nextInt(3) == 0 && !open.get(which).isEmpty() && open.get(which).size() < 100;
            String line = (joins ? "\t" : "") + "line " + i + (random.nextInt(40) == 0 ? " needle" : "");
            if (!joins && !open.get(which).isEmpty()) {
                units.add(open.get(which));
                open.set(which, new ArrayList<>());
            }
            open.get(which).add(line);
            texts.get(which).append(line).append('\n');
            if (random.nextInt(4) == 0) {
                write(writers.get(which), texts.get(which).toString());
                texts.get(which).setLength(0);
            }
        }
        for (int which = 0; which < writers.size(); which++) {
            write(writers.get(which), texts.get(which).toString());
            writers.get(which).end();
            units.add(open.get(which));
        }
        return units;
    }

    private static void write(StreamWriter writer, String text) {
        writer.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static List<Unit> all(JournalSearch search, BoundQuery query) throws IOException {
        List<Unit> units = new ArrayList<>();
        search.forEach(query, 1, Long.MAX_VALUE, units::add);
        assertThat(units).isSortedAccordingTo(java.util.Comparator.comparingLong(Unit::sequence));
        return units;
    }

    private static List<String> texts(List<Unit> units) {
        return units.stream().map(JournalSearchTest::text).toList();
    }

    private static String text(Unit unit) {
        List<String> lines = new ArrayList<>();
        unit.pieces().forEach(piece -> {
            for (int i = 0; i < piece.size(); i++) {
                lines.add(piece.text(i));
            }
        });
        return String.join("|", lines);
    }

    /** Means units of which a line has a word. */
    private record Containing(String word, boolean withNeedle) implements BoundQuery {
        @Override
        public boolean matches(Unit unit) {
            return text(unit).contains(word);
        }

        @Override
        public Optional<Needle> needle() {
            return withNeedle ? Optional.of(this::next) : Optional.empty();
        }

        private int next(byte[] bytes, int from, int to) {
            int at = new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(word);
            return at < 0 ? -1 : from + at;
        }
    }

    private record Between(Instant from, Instant until) implements BoundQuery {
        @Override
        public boolean matches(Unit unit) {
            return !unit.time().isBefore(from) && unit.time().isBefore(until);
        }
    }
}
