package dev.brummer.runtime;

import static java.util.stream.Collectors.joining;

import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.Gap;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import dev.brummer.spi.LogParserFactory;
import dev.brummer.spi.Notice;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StateChange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Plugins as the service loader finds them in these tests. */
public final class TestingPlugins {
    /** What the latest console was given, in words. */
    static final List<String> SHOWN = new CopyOnWriteArrayList<>();

    /** Checks that were interrupted. */
    static final BlockingQueue<String> INTERRUPTED = new LinkedBlockingQueue<>();

    private TestingPlugins() {}

    static String words(JournalEntry entry) {
        return switch (entry) {
            case LogBatch batch -> batch.instance() + "#" + batch.run() + " | " + batch.text(0);
            case StateChange change -> change.instance() + " " + change.to().word() + ": " + change.reason();
            case FactBatch facts ->
                facts.facts().stream().map(found -> found.fact().toString()).collect(joining("\n"));
            case Notice notice -> notice.text();
            case Gap _ -> "gap";
        };
    }

    /** A console that keeps words. */
    public static final class Console implements OutputSinkFactory {
        @Override
        public String id() {
            return "console";
        }

        @Override
        public String description() {
            return "keeps what it is given";
        }

        @Override
        public List<OptionSpec> options() {
            return List.of();
        }

        @Override
        public OutputSink create(Options options, SinkContext context) {
            SHOWN.clear();
            return new OutputSink() {
                @Override
                public void accept(List<JournalEntry> entries) {
                    entries.forEach(entry -> SHOWN.add(words(entry)));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {
                    SHOWN.add("closed");
                }
            };
        }
    }

    /** A sink that fails when its option says so. */
    public static final class Frail implements OutputSinkFactory {
        @Override
        public String id() {
            return "frail";
        }

        @Override
        public String description() {
            return "fails";
        }

        @Override
        public List<OptionSpec> options() {
            return List.of(OptionSpec.required("when", OptionType.STRING, "when it fails"));
        }

        @Override
        public OutputSink create(Options options, SinkContext context) throws IOException {
            if (options.string("when").equals("opening")) {
                throw new IOException("no such place");
            }
            context.warn("frail is opened");
            return new OutputSink() {
                @Override
                public void accept(List<JournalEntry> entries) {}

                @Override
                public void flush() {}

                @Override
                public void close() throws IOException {
                    throw new IOException("two entries are lost");
                }
            };
        }
    }

    /** A check that does what its pattern says: passes, fails, throws, breaks or hangs. */
    public static final class Scripted implements HealthCheckFactory {
        @Override
        public String id() {
            return "log";
        }

        @Override
        public String description() {
            return "does as it is told";
        }

        @Override
        public List<OptionSpec> options() {
            return List.of(OptionSpec.required("pattern", OptionType.STRING, "what to do"));
        }

        @Override
        public String scalarOption() {
            return "pattern";
        }

        @Override
        public HealthCheck create(Options options) {
            String what = options.string("pattern");
            return context -> answer(what, context);
        }

        private static Answer answer(String what, CheckContext context) throws IOException, InterruptedException {
            return switch (what) {
                case "throw" -> throw new IOException("connection refused");
                case "break" -> throw new IllegalStateException("a bug");
                case "hang" -> {
                    try {
                        context.newRecords(Duration.ofMinutes(1));
                        yield Answer.passing("after a minute");
                    } catch (InterruptedException e) {
                        INTERRUPTED.add(what);
                        throw e;
                    }
                }
                default -> Answer.passing(what);
            };
        }
    }

    /** Takes every greeting of a service called fuse as an opened circuit breaker. */
    public static final class Fuses implements LogParserFactory {
        @Override
        public String id() {
            return "fuses";
        }

        @Override
        public String description() {
            return "finds fuses";
        }

        @Override
        public List<OptionSpec> options() {
            return List.of();
        }

        @Override
        public LogParser create(Options options) {
            return new LogParser() {
                @Override
                public List<String> needles() {
                    return List.of("from fuse");
                }

                @Override
                public void parse(LogLine line, Consumer<Fact> found) {
                    found.accept(new Fact.CircuitBreaker(Optional.of("db"), Fact.BreakerState.OPEN));
                }
            };
        }
    }
}
