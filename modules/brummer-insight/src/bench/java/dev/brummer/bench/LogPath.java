package dev.brummer.bench;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.JournalTrouble;
import dev.brummer.plugins.console.ConsoleSinkFactory;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StreamName;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * How many lines a second go from the pipes of four children through pump, journal, levels and console sink to
 * /dev/null. Each round is its own journal; the first round is cold.
 *
 * <p>Usage: {@code LogPath FOLDER [ROUNDS [LINES [none|records|console]]]}.
 */
public final class LogPath {
    private static final int WRITERS = 4;

    private final Path folder;
    private final int lines;
    private final String sink;

    private LogPath(Path folder, int lines, String sink) {
        this.folder = folder;
        this.lines = lines;
        this.sink = sink;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int lines = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
        String sink = arguments.length > 3 ? arguments[3] : "console";
        var bench = new LogPath(folder, lines, sink);
        Path input = bench.input();
        for (int round = 1; round <= rounds; round++) {
            bench.round(round, input);
        }
    }

    private Path input() throws IOException {
        Path input = folder.resolve("lines-" + lines + ".txt");
        if (!Files.exists(input)) {
            try (BufferedWriter writer = Files.newBufferedWriter(input)) {
                for (int i = 0; i < lines; i++) {
                    String level = i % 10 == 0 ? "ERROR" : i % 10 == 1 ? "WARN " : "INFO ";
                    writer.write("2026-11-22T15:04:05.123Z " + level + " [http-nio-" + i % 8 + "] c.e.Orders : order "
                            + (1_000_000 + i) + " accepted\n");
                }
            }
        }
        return input;
    }

    private void round(int round, Path input) throws Exception {
        Path journals = folder.resolve("journal");
        var settings = new JournalSettings(500_000_000, 1, 32 << 20);
        try (var journal = Journal.create(journals, settings, Clock.systemUTC(), new LevelFinder(), new Quiet())) {
            journal.retain();
            List<Path> pipes = pipes();
            long begin = System.nanoTime();
            var done = new CountDownLatch(WRITERS);
            for (int i = 0; i < WRITERS; i++) {
                Path pipe = pipes.get(i);
                int number = i;
                new ProcessBuilder("sh", "-c", "exec cat '" + input + "' > '" + pipe + "'").start();
                Thread.ofPlatform().start(() -> pump(journal, number, pipe, done));
            }
            long bytes = sink.equals("none") ? 0 : drain(journal, (long) lines * WRITERS);
            done.await();
            double seconds = (System.nanoTime() - begin) / 1e9;
            double rate = lines * (double) WRITERS / seconds / 1e6;
            System.out.printf(
                    "round %d: %.3f s, %.2f million lines/s, %d MB to the console%n",
                    round, seconds, rate, bytes / 1_000_000);
        }
    }

    private List<Path> pipes() throws IOException, InterruptedException {
        List<Path> pipes = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Path pipe = folder.resolve("pipe-" + i);
            if (!Files.exists(pipe)) {
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            }
            pipes.add(pipe);
        }
        return pipes;
    }

    private static void pump(Journal journal, int number, Path pipe, CountDownLatch done) {
        try (var source = FileChannel.open(pipe, StandardOpenOption.READ)) {
            journal.stream(instance(number), 1, StreamName.STDOUT).pump(source);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            done.countDown();
        }
    }

    private static InstanceId instance(int number) {
        return InstanceId.only(new ServiceId("service-" + number));
    }

    private long drain(Journal journal, long expected) throws Exception {
        try (var screen = new Null()) {
            var options = new Options(Map.of("timestamps", false, "prefix", true));
            OutputSink out = new ConsoleSinkFactory().create(options, screen);
            JournalCursor cursor = journal.cursor(1);
            long seen = 0;
            while (seen < expected) {
                cursor.awaitMore(Duration.ofSeconds(10));
                List<JournalEntry> entries = cursor.next(256 << 10);
                for (JournalEntry entry : entries) {
                    seen += entry instanceof LogBatch batch ? batch.size() : 0;
                }
                if (sink.equals("console")) {
                    out.accept(entries);
                }
            }
            return screen.written;
        }
    }

    /** A console that nobody reads. */
    private static final class Null implements HostConsole, SinkContext, AutoCloseable {
        private final FileChannel channel = FileChannel.open(Path.of("/dev/null"), StandardOpenOption.WRITE);
        private long written;

        private Null() throws IOException {}

        @Override
        public boolean colour() {
            return false;
        }

        @Override
        public int columns() {
            return Integer.MAX_VALUE;
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public void write(ByteBuffer frame) throws IOException {
            while (frame.hasRemaining()) {
                written += channel.write(frame);
            }
        }

        @Override
        public List<Shown> instances() {
            List<Shown> shown = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                shown.add(new Shown(instance(i), "", Show.ALL));
            }
            return shown;
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

        @Override
        public void close() throws IOException {
            channel.close();
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
