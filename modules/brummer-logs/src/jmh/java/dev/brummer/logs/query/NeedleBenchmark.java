package dev.brummer.logs.query;

import dev.brummer.logs.SampleLines;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Looks for places worth a closer look: an operation is a MiB, so that the score is MiB/s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class NeedleBenchmark {
    /** Rare letters; what begins as in every line; frequent letters; two words; a regex; a prefix in another's lines. */
    @Param({
        "quarantined", "\"order 1004242\"", "anterior", "quarantined or dismissed", "/order \\d+ quar/", "service:auth"
    })
    private String query = "";

    @Param({"false", "true"})
    private boolean coloured;

    private byte[] sample = {};
    private BoundQuery.Needle needle = (bytes, from, to) -> -1;

    @Setup
    public void bind() throws QueryException {
        sample = SampleLines.make(coloured);
        BoundQuery bound = Query.parse(query, Dialect.PROMPT).bind(new TestingScope());
        needle = bound.needle(InstanceId.only(TestingScope.id("compose")), 1, StreamName.STDOUT).orElseThrow();
    }

    @Benchmark
    public int scan() {
        int hits = 0;
        for (int at = needle.next(sample, 0, sample.length); at >= 0; at = needle.next(sample, at + 1, sample.length)) {
            hits++;
        }
        return hits;
    }
}
