package dev.brummer.logs;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finds the lines in what a child writes: an operation is a MiB, so that the score is MiB/s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class LineFramingBenchmark {
    private static final int READ = 64 << 10;

    // One for all: to clear the pages of a new one takes longer than to find lines in it.
    private final ReadBuffer buffer = new ReadBuffer();
    private byte[] sample = {};
    private int lines;

    @Setup
    public void make() {
        sample = SampleLines.make(false);
    }

    /** Reads of 64 KiB, as a pipe gives them. */
    @Benchmark
    public int frame() {
        lines = 0;
        for (int at = 0; at < sample.length; ) {
            ByteBuffer room = buffer.room();
            int length = Math.min(Math.min(READ, room.remaining()), sample.length - at);
            room.put(sample, at, length);
            at += length;
            buffer.drain((table, bytes, continued) -> lines += table.count());
        }
        return lines;
    }
}
