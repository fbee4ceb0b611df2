package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.QueryScope;
import dev.brummer.logs.query.TestingQueries;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches in segments that are larger than what is looked at at once, whatever is in the way of a match. */
class LargeSearchTest {
    private static final Joiner.Maker TABS = () -> (bytes, offset, length) -> length > 0 && bytes[offset] == '\t';
    private static final InstanceId USERS = InstanceId.only(new ServiceId("users"));
    private static final InstanceId COMPOSE = InstanceId.only(new ServiceId("compose"));
    private static final QueryScope SCOPE = TestingQueries.scope();

    private static final List<String> QUERIES = List.of(
            "needle",
            "rare",
            "/needle [0-4]+ pin/",
            "/needle .* pin/",
            "/pin [a-c]{3}|rare/",
            "service:auth needle",
            "service:users",
            "needle or rare pin",
            "-service:auth needle");

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    static List<Long> seeds() {
        return new Random().longs(4).boxed().toList();
    }

    @AfterEach
    void end() {
        workers.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatAQueryMeansIsFoundWithAndWithoutItsShortCuts(long seed) throws IOException, QueryException {
        var random = new Random(seed);
        var settings = new JournalSettings(1 << 30, 10, 4 << 20);
        try (var kit = new TestingJournal(folder, settings, FileChannel::open)) {
            write(kit.journal, random);
            JournalSearch search = kit.journal.search(TABS, workers, 2);
            for (String query : QUERIES) {
                BoundQuery bound = Query.parse(query, Dialect.PROMPT).bind(SCOPE);
                List<String> expected = all(search, bound::matches);
                assertThat(expected).as("what %s means", query).isNotEmpty();
                assertThat(all(search, bound)).as(query).isEqualTo(expected);
                assertThat(search.newest(bound, 50, Long.MAX_VALUE).stream().map(LargeSearchTest::shown))
                        .as(query)
                        .containsExactlyElementsOf(expected.subList(Math.max(0, expected.size() - 50), expected.size()));
            }
        }
    }

    @Test
    void aLineOfVeryManyPiecesIsShownOnce() throws IOException {
        try (var kit = new TestingJournal(folder, new JournalSettings(1 << 30, 10, 64 << 20), FileChannel::open)) {
            kit.log(AUTH, 1, "before\n" + "x".repeat(20 << 20) + "\nafter\n");
            JournalSearch search = kit.journal.search(TABS, workers, 2);
            List<Long> shown = new ArrayList<>();
            search.forEach(BoundQuery.ALL, 1, Long.MAX_VALUE, unit -> unit.pieces().forEach(piece ->
                    LongStream.range(0, piece.size()).forEach(i -> shown.add(piece.sequence() + i))));
            assertThat(shown)
                    .isEqualTo(LongStream.rangeClosed(1, kit.journal.lastSequence())
                            .boxed()
                            .toList());
        }
    }

    /** Some six megabytes of lines: short ones, units, some in pieces, some of others with a prefix. */
    private static void write(Journal journal, Random random) {
        List<StreamWriter> writers = new ArrayList<>();
        for (InstanceId instance : List.of(AUTH, USERS, COMPOSE)) {
            writers.add(journal.stream(instance, 1, StreamName.STDOUT));
        }
        for (int i = 0; i < 600; i++) {
            var text = new StringBuilder();
            for (int lines = random.nextInt(300); lines >= 0; lines--) {
                text.append(random.nextInt(20) == 0 ? "\t" : random.nextInt(50) == 0 ? "auth-1  | " : "");
                text.append("a line of some length with number ").append(random.nextInt(1000));
                text.append(random.nextInt(60) == 0 ? " needle " + random.nextInt(9) : "");
                text.append(random.nextInt(3000) == 0 ? " ".repeat(90_000) : " ");
                text.append(random.nextInt(3) == 0 ? "pin" : "").append(random.nextInt(5000) == 0 ? " RARE" : "");
                text.append(random.nextInt(900) == 0 ? " \u001b[1mpi\u001b[0mn abc" : "").append('\n');
            }
            write(writers.get(random.nextInt(writers.size())), text.toString().getBytes(UTF_8));
        }
        writers.forEach(StreamWriter::end);
    }

    private static void write(StreamWriter writer, byte[] text) {
        writer.write(ByteBuffer.wrap(text));
    }

    private static List<String> all(JournalSearch search, BoundQuery query) throws IOException {
        List<Unit> units = new ArrayList<>();
        search.forEach(query, 1, Long.MAX_VALUE, units::add);
        assertThat(units).isSortedAccordingTo(Comparator.comparingLong(Unit::sequence));
        return units.stream().map(LargeSearchTest::shown).toList();
    }

    private static String shown(Unit unit) {
        int hash = 0;
        for (var piece : unit.pieces()) {
            for (int line = 0; line < piece.size(); line++) {
                hash = 31 * hash + piece.text(line).hashCode();
            }
        }
        return unit.sequence() + " " + unit.instance() + " " + unit.size() + " lines " + hash;
    }
}
