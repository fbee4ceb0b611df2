package dev.brummer.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.BoundQuery.Needle;
import dev.brummer.logs.query.RandomQueries.Asked;
import dev.brummer.spi.LogBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random queries about random lines: they match what they mean, and no needle passes over a line that matters. */
class MatchFuzzTest {
    static List<Long> seeds() {
        return new Random().longs(60).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aQueryMatchesWhatItMeans(long seed) throws QueryException {
        var random = new Random(seed);
        var lines = new RandomLines(random);
        var queries = new RandomQueries(random, lines);
        int matches = 0;
        for (int i = 0; i < 100; i++) {
            Asked asked = queries.query(2);
            BoundQuery bound = bind(asked.query());
            for (int j = 0; j < 30; j++) {
                Unit unit = random.nextInt(4) == 0 ? inPieces(lines, random) : whole(lines, random);
                boolean expected = asked.means().test(PlainUnit.of(unit));
                assertThat(bound.matches(unit)).as("%s in %s", asked.query(), hex(unit)).isEqualTo(expected);
                matches += expected ? 1 : 0;
            }
        }
        assertThat(matches).isGreaterThan(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noNeedlePassesOverALineThatMatters(long seed) throws QueryException {
        var random = new Random(seed);
        var lines = new RandomLines(random);
        var queries = new RandomQueries(random, lines);
        for (int i = 0; i < 200; i++) {
            Asked asked = queries.query(2);
            BoundQuery bound = bind(asked.query());
            byte[][] some = new byte[1 + random.nextInt(12)][];
            Arrays.setAll(some, each -> lines.line());
            Written by = Written.by(random.nextBoolean() ? "auth" : "compose");
            LogBatch batch = by.batch(false, some);
            assertSeen(asked, bound, batch, pointedOut(bound.needle(), batch, random), random);
            assertSeen(asked, bound, batch, pointedOut(needleFor(bound, by), batch, random), random);
            assertSeen(asked, bound, batch, confirmed(bound.needle(), batch, random), random);
            assertSeen(asked, bound, batch, confirmed(needleFor(bound, by), batch, random), random);
            assertSeen(asked, bound, batch, passing(bound, batch), random);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noNeedlePassesOverALineInPieces(long seed) throws QueryException {
        var random = new Random(seed);
        var lines = new RandomLines(random);
        var queries = new RandomQueries(random, lines);
        for (int i = 0; i < 500; i++) {
            Asked asked = queries.query(1);
            BoundQuery bound = bind(asked.query());
            Unit unit = inPieces(lines, random);
            if (bound.matches(unit)) {
                assertThat(unit.pieces())
                        .as("%s in %s", asked.query(), hex(unit))
                        .anyMatch(piece -> !pointedOut(bound.needle(), piece, random).isEmpty())
                        .anyMatch(piece -> !passing(bound, piece).isEmpty());
            }
        }
    }

    /** Makes units of the lines, and looks whether those that match have one that was seen. */
    private static void assertSeen(Asked asked, BoundQuery bound, LogBatch batch, BitSet seen, Random random) {
        for (int from = 0; from < batch.size(); ) {
            int to = Math.min(batch.size(), from + 1 + random.nextInt(3));
            Unit unit = new Unit(List.of(batch.lines(from, to)));
            if (bound.matches(unit)) {
                int first = seen.nextSetBit(from);
                assertThat(first >= 0 && first < to).as("%s in %s", asked.query(), hex(unit)).isTrue();
                assertThat(bound.mayMatch(unit.instance(), unit.run(), unit.stream())).as(asked.query()).isTrue();
            }
            from = to;
        }
    }

    /** The lines that pass the query's own test, where it has one. */
    private static BitSet passing(BoundQuery bound, LogBatch batch) {
        var lines = new BitSet();
        for (int line = 0; line < batch.size(); line++) {
            int each = line;
            lines.set(line, bound.lineTest().map(test -> test.passes(batch, each)).orElse(true));
        }
        return lines;
    }

    /** The lines that a needle points out, to a reader who goes on with the next line or right behind each hit. */
    private static BitSet pointedOut(Optional<Needle> needle, LogBatch batch, Random random) {
        var lines = new BitSet();
        if (needle.isEmpty()) {
            lines.set(0, batch.size());
            return lines;
        }
        boolean byLine = random.nextBoolean();
        int last = batch.size() - 1;
        int end = batch.offset(last) + batch.length(last);
        for (int at = batch.offset(0); at < end; ) {
            int hit = needle.get().next(batch.bytes(), at, end);
            if (hit < 0) {
                break;
            }
            assertThat(hit).isBetween(at, end - 1);
            int line = lineAt(batch, hit);
            lines.set(line);
            at = byLine ? batch.offset(line) + batch.length(line) + 1 : hit + 1;
        }
        return lines;
    }

    /** Those of them that the needle still holds worth it at a second look. */
    private static BitSet confirmed(Optional<Needle> needle, LogBatch batch, Random random) {
        var lines = pointedOut(needle, batch, random);
        lines.stream().filter(line -> !needle.map(own -> own.confirms(batch, line)).orElse(true)).forEach(lines::clear);
        return lines;
    }

    private static int lineAt(LogBatch batch, int hit) {
        int line = batch.size() - 1;
        while (batch.offset(line) > hit) {
            line--;
        }
        return line;
    }

    private static Unit whole(RandomLines lines, Random random) {
        byte[][] some = new byte[1 + random.nextInt(3)][];
        Arrays.setAll(some, each -> lines.line());
        return new Unit(List.of(Written.by("compose").batch(false, some)));
    }

    private static Unit inPieces(RandomLines lines, Random random) {
        byte[] line = lines.line();
        List<byte[]> pieces = new ArrayList<>();
        int at = 0;
        for (int i = random.nextInt(3); i > 0; i--) {
            int to = at + random.nextInt(line.length - at + 1);
            while (to < line.length && (line[to] & 0xC0) == 0x80) {
                to++;
            }
            pieces.add(Arrays.copyOfRange(line, at, to));
            at = to;
        }
        pieces.add(Arrays.copyOfRange(line, at, line.length));
        return Written.by("compose").inPieces(pieces.toArray(byte[][]::new));
    }

    private static Optional<Needle> needleFor(BoundQuery bound, Written by) {
        return bound.needle(by.instance(), by.run(), by.stream());
    }

    private static BoundQuery bind(String query) throws QueryException {
        return Query.parse(query, Dialect.PROMPT).bind(new TestingScope());
    }

    private static String hex(Unit unit) {
        return unit.pieces().stream()
                .map(piece -> HexFormat.of().formatHex(piece.bytes()) + " " + PlainUnit.of(unit))
                .toList()
                .toString();
    }
}
