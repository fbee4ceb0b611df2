package dev.brummer.bench;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.JournalTrouble;
import dev.brummer.logs.StreamWriter;
import dev.brummer.plugins.console.ConsoleSinkFactory;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What the log path costs a fresh JVM until the first line is on the console, step by step; then how long a line takes
 * from being appended until a waiting reader has it.
 *
 * <p>Usage: {@code FirstLine FOLDER [LINES]}.
 */
public final class FirstLine {
    private static final InstanceId AUTH = InstanceId.only(new ServiceId("auth"));

    private long last = System.nanoTime();

    private FirstLine() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int lines = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5000;
        new FirstLine().run(folder, lines);
    }

    private void run(Path folder, int lines) throws Exception {
        step("clock");
        try (var journal = Journal.create(
                folder, JournalSettings.keeping(2_000_000_000L, 10), Clock.systemUTC(), new LevelFinder(), new Quiet())) {
            step("journal created");
            journal.stateChanged(
                    AUTH, 1, ServiceState.WAITING, ServiceState.STARTING, "first start", Optional.empty());
            step("first state change");
            StreamWriter stream = journal.stream(AUTH, 1, StreamName.STDOUT);
            stream.write(line("hello"));
            step("first line");
            OutputSink sink = new ConsoleSinkFactory()
                    .create(new Options(Map.of("timestamps", false, "prefix", true)), new Null());
            step("console sink created");
            sink.accept(journal.cursor(1).next(1 << 16));
            step("first frame");
            latency(journal, stream, lines);
        }
    }

    private void step(String name) {
        long now = System.nanoTime();
        System.out.printf("%8.2f ms  %s%n", (now - last) / 1e6, name);
        last = System.nanoTime();
    }

    private static void latency(Journal journal, StreamWriter stream, int lines) throws Exception {
        long[] nanos = new long[lines];
        JournalCursor cursor = journal.cursor(journal.lastSequence() + 1);
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < lines; i++) {
                nanos[i] = System.nanoTime();
                stream.write(line("line " + i));
                LockSupport.parkNanos(500_000);
            }
        });
        for (int seen = 0; seen < lines; ) {
            cursor.awaitMore(Duration.ofSeconds(5));
            int count = cursor.next(1 << 16).size();
            long now = System.nanoTime();
            for (int i = 0; i < count; i++) {
                nanos[seen] = now - nanos[seen];
                seen++;
            }
        }
        writer.join();
        Arrays.sort(nanos);
        System.out.printf(
                "append to reader: median %.3f ms, p99 %.3f ms, most %.3f ms%n",
                nanos[lines / 2] / 1e6, nanos[lines * 99 / 100] / 1e6, nanos[lines - 1] / 1e6);
    }

    private static ByteBuffer line(String text) {
        return ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A console that nobody reads. */
    private record Null() implements HostConsole, SinkContext {
        @Override
        public boolean colour() {
            return true;
        }

        @Override
        public int columns() {
            return 100;
        }

        @Override
        public boolean interactive() {
            return true;
        }

        @Override
        public void write(ByteBuffer frame) {
            frame.position(frame.limit());
        }

        @Override
        public List<Shown> instances() {
            return List.of(new Shown(AUTH, "", Show.ALL));
        }

        @Override
        public Path folder() {
            return Path.of(".");
        }

        @Override
        public InstantSource clock() {
            return InstantSource.system();
        }

        @Override
        public HostConsole console() {
            return this;
        }
    }

    /** No trouble is expected. */
    private static final class Quiet implements JournalTrouble {
        @Override
        public void storingStopped(Path file, IOException cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void storingResumed() {}
    }
}
