package dev.brummer.logs.query;

import dev.brummer.logs.SampleLines;
import dev.brummer.spi.LogBatch;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Asks units of one line whether a query means them: the score is the time for one line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class MatchBenchmark {
    private static final int LINES = 1000;

    @Param({"quarantined", "accepted", "accepted -rejected", "service:auth", "/order \\d+ accepted/", "/[a-z]+ted$/"})
    private String query = "";

    @Param({"false", "true"})
    private boolean coloured;

    private final Unit[] units = new Unit[LINES];
    private BoundQuery bound = BoundQuery.ALL;

    @Setup
    public void bind() throws QueryException {
        String[] lines = new String(SampleLines.make(coloured), StandardCharsets.US_ASCII).split("\n");
        byte[][] some = new byte[LINES][];
        for (int i = 0; i < LINES; i++) {
            some[i] = lines[i].getBytes(StandardCharsets.US_ASCII);
        }
        LogBatch batch = Written.by("auth").batch(false, some);
        for (int i = 0; i < LINES; i++) {
            units[i] = Unit.line(batch, i);
        }
        bound = Query.parse(query, Dialect.PROMPT).bind(new TestingScope());
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public int match() {
        int matches = 0;
        for (Unit unit : units) {
            matches += bound.matches(unit) ? 1 : 0;
        }
        return matches;
    }
}
