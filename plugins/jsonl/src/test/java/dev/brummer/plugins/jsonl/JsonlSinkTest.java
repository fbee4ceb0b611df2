package dev.brummer.plugins.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import dev.brummer.spi.Notice;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSinkFactory;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlSinkTest {
    private static final Instant TIME = Instant.parse("2026-11-22T15:04:05.120Z");
    private static final InstanceId AUTH = InstanceId.only(new ServiceId("auth"));
    private static final InstanceId WORKER = new InstanceId(new ServiceId("worker"), 2);

    @TempDir
    Path folder;

    private final StringBuilder written = new StringBuilder();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(OutputSinkFactory.class)).extracting(OutputSinkFactory::id).contains("jsonl");
    }

    @Test
    void everyFactOfABatchIsALineWithItsFields() throws IOException {
        List<FoundFact> found = List.of(
                found(8, "auth", new Fact.RequestEnded(
                        Optional.of("a1b2c3"), "GET", "/", 200, Optional.of(Duration.ofNanos(1_250_000)), Optional.empty())),
                found(9, "orders", new Fact.Measured(Optional.empty(), List.of(new Fact.Value("cpu.user", 0.5)))),
                found(10, "auth", new Fact.ServicesDiscovered(List.of("users", "orders"))));

        write(Map.of(), new FactBatch(8, TIME, 3, () -> found));

        String begin = "{\"type\":\"fact\",\"time\":\"2026-11-22T15:04:05.120000Z\",\"seq\":";
        assertThat(written.toString().lines())
                .containsExactly(
                        begin + "8,\"service\":\"auth\",\"run\":1,\"source\":4,\"kind\":\"request-ended\","
                                + "\"id\":\"a1b2c3\",\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"took\":1.25}",
                        begin + "9,\"service\":\"orders\",\"writer\":\"auth\",\"run\":1,\"source\":4,"
                                + "\"kind\":\"metrics\",\"values\":{\"cpu.user\":0.5}}",
                        begin + "10,\"service\":\"auth\",\"run\":1,\"source\":4,"
                                + "\"kind\":\"services-discovered\",\"names\":[\"users\",\"orders\"]}");
    }

    private static FoundFact found(long sequence, String service, Fact fact) {
        return new FoundFact(sequence, TIME, AUTH, 1, 4, new ServiceId(service), "test", fact);
    }

    @Test
    void aLineThatIsAnotherServicesSaysWhoWroteItAndIsAsItWasWritten() throws IOException {
        LogBatch batch = batch(3, WORKER, false, "auth-1  | hello", "own");

        write(Map.of(), batch.withHeadings(
                        (bytes, offset, _) -> bytes[offset] == 'a' ? new Heading(AUTH.service(), 10) : null));

        String begin = "{\"type\":\"log\",\"time\":\"2026-11-22T15:04:05.120000Z\",\"seq\":";
        assertThat(written.toString().lines())
                .containsExactly(
                        begin + "3,\"service\":\"auth\",\"writer\":\"worker-2\",\"run\":1,\"stream\":\"stderr\","
                                + "\"text\":\"auth-1  | hello\"}",
                        begin + "4,\"service\":\"worker\",\"instance\":2,\"run\":1,\"stream\":\"stderr\","
                                + "\"text\":\"own\"}");
    }

    @Test
    void everyKindOfEntryIsALine() throws IOException {
        write(
                Map.of(),
                new StateChange(
                        1, TIME, AUTH, 0, ServiceState.PENDING, ServiceState.WAITING, "infra", Optional.empty()),
                new StateChange(
                        2,
                        TIME,
                        WORKER,
                        1,
                        ServiceState.STARTING,
                        ServiceState.READY,
                        "http 200 in \"12\" ms",
                        Optional.of(Duration.ofMillis(1234))),
                batch(3, AUTH, false, "one", "[error] \u001b[31mtwo\u001b[0m"),
                batch(5, WORKER, true, "piece"),
                new Notice(6, TIME, Level.INFO, "ready\nhttp://localhost"),
                new Gap(7, TIME, 12, "no longer kept"));
        String time = "\"time\":\"2026-11-22T15:04:05.120000Z\"";
        assertThat(written.toString().lines())
                .containsExactly(
                        "{\"type\":\"state\"," + time + ",\"seq\":1,\"service\":\"auth\",\"from\":\"pending\","
                                + "\"to\":\"waiting\",\"reason\":\"infra\"}",
                        "{\"type\":\"state\"," + time + ",\"seq\":2,\"service\":\"worker\",\"instance\":2,\"run\":1,"
                                + "\"from\":\"starting\",\"to\":\"ready\",\"reason\":\"http 200 in \\\"12\\\" ms\","
                                + "\"took\":1234}",
                        "{\"type\":\"log\"," + time + ",\"seq\":3,\"service\":\"auth\",\"run\":1,"
                                + "\"stream\":\"stderr\",\"text\":\"one\"}",
                        "{\"type\":\"log\"," + time + ",\"seq\":4,\"service\":\"auth\",\"run\":1,"
                                + "\"stream\":\"stderr\",\"level\":\"error\",\"text\":\"[error] two\"}",
                        "{\"type\":\"log\"," + time + ",\"seq\":5,\"service\":\"worker\",\"instance\":2,\"run\":1,"
                                + "\"stream\":\"stderr\",\"text\":\"piece\",\"continued\":true}",
                        "{\"type\":\"notice\"," + time + ",\"seq\":6,\"level\":\"info\","
                                + "\"text\":\"ready\\nhttp://localhost\"}",
                        "{\"type\":\"gap\"," + time + ",\"seq\":7,\"records\":12,\"reason\":\"no longer kept\"}");
    }

    @Test
    void aParserReadsBackWhateverChildrenWrite() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] junk = new byte[random.nextInt(200)];
            random.nextBytes(junk);
            for (int j = 0; j < junk.length; j++) {
                // Escape sequences have tests of their own; these bytes begin them.
                junk[j] = junk[j] == 0x1B || junk[j] == (byte) 0xC2 ? (byte) '"' : junk[j];
            }
            written.setLength(0);
            write(Map.of(), batch(1, junk));
            assertThat(parsed(written.toString())).as("seed %d", seed).containsEntry("text", new String(junk, UTF_8));
        }
    }

    @Test
    void aLongLineIsOneObject() throws IOException {
        String text = "ü\u0001\"\\".repeat(16_000);
        write(Map.of(), batch(1, text.getBytes(UTF_8)));
        assertThat(parsed(written.toString())).containsEntry("text", text);
    }

    @Test
    void aFileIsAppendedTo() throws IOException {
        Map<String, Object> options = Map.of("path", "logs/brummer.jsonl");
        write(options, new Notice(1, TIME, Level.INFO, "one"));
        write(options, new Notice(2, TIME, Level.INFO, "two"));
        assertThat(Files.readAllLines(folder.resolve("logs/brummer.jsonl"))).hasSize(2);
        assertThat(written).isEmpty();
    }

    @Test
    void aFileThatHasGrownToItsSizeGivesWay() throws IOException {
        Map<String, Object> options = Map.of("path", "all.jsonl", "max_size", 100L, "max_files", 2L);
        write(options, new Notice(1, TIME, Level.INFO, "one"), new Notice(2, TIME, Level.INFO, "two"));
        assertThat(Files.readString(folder.resolve("all.jsonl.1"))).contains("one").endsWith("}\n");
        assertThat(Files.readString(folder.resolve("all.jsonl"))).contains("two").endsWith("}\n");
    }

    @Test
    void standardOutputCannotGiveWay() {
        assertThatThrownBy(() -> write(Map.of("max_size", 100L, "max_files", 2L)))
                .hasMessage("jsonl needs 'path' beside 'max_size': standard output cannot be renamed");
    }

    @Test
    void aFileThatCannotBeOpenedIsSaid() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> write(Map.of("path", "file/x.jsonl")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write to " + folder.resolve("file/x.jsonl"));
    }

    private void write(Map<String, Object> options, JournalEntry... entries) throws IOException {
        try (var sink = new JsonlSinkFactory().create(new Options(options), new Context())) {
            sink.accept(List.of(entries));
            sink.flush();
        }
    }

    private static LogBatch batch(long sequence, InstanceId instance, boolean continues, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        int[] spans = new int[lines.length * 2];
        for (int i = 0, at = 0; i < lines.length; i++) {
            spans[2 * i] = at;
            spans[2 * i + 1] = lines[i].getBytes(UTF_8).length;
            at += spans[2 * i + 1] + 1;
        }
        return new LogBatch(
                sequence, TIME, instance, 1, StreamName.STDERR, bytes, spans, continues, (line, offset, length) ->
                        new String(line, offset, length, UTF_8).startsWith("[error]") ? Level.ERROR : null);
    }

    private static LogBatch batch(long sequence, byte[] line) {
        int[] spans = {0, line.length};
        return new LogBatch(sequence, TIME, AUTH, 1, StreamName.STDOUT, line, spans, false, (_, _, _) -> null);
    }

    private static Map<String, String> parsed(String line) throws IOException {
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        Map<String, String> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
            }
            assertThat(parser.nextToken()).isNull();
        }
        return fields;
    }

    private final class Context implements SinkContext, HostConsole {
        @Override
        public List<Shown> instances() {
            return List.of();
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public InstantSource clock() {
            return () -> Instant.EPOCH;
        }

        @Override
        public HostConsole console() {
            return this;
        }

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
        public void write(ByteBuffer frame) {
            written.append(UTF_8.decode(frame));
        }
    }
}
