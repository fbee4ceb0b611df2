package dev.brummer.plugins.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.LogBatch.Heading;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.Options;
import dev.brummer.spi.OutputSink;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A terminal that remembers its frames, and short ways to say what the journal holds. */
final class TestingScreen implements HostConsole, SinkContext {
    static final InstanceId AUTH = InstanceId.only(new ServiceId("auth"));
    static final InstanceId ORDERS = InstanceId.only(new ServiceId("orders"));
    static final InstanceId WORKER = new InstanceId(new ServiceId("worker"), 2);
    static final Instant TIME = Instant.parse("2026-11-22T15:04:05.123456Z");

    final List<String> frames = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    boolean colour;
    boolean interactive = true;
    int columns = 100;
    Instant now = TIME;
    Path folder = Path.of(".");

    TestingScreen() {
        shown.add(new Shown(AUTH, "core", Show.ALL));
        shown.add(new Shown(ORDERS, "services", Show.ALL));
        shown.add(new Shown(WORKER, "services", Show.ALL));
    }

    OutputSink sink() throws IOException {
        return sink(Map.of());
    }

    /** A sink with these options beside the defaults. */
    OutputSink sink(Map<String, Object> given) throws IOException {
        var factory = new ConsoleSinkFactory();
        Map<String, Object> options = new HashMap<>();
        for (OptionSpec option : factory.options()) {
            options.put(option.name(), Boolean.valueOf(option.defaultValue().orElseThrow()));
        }
        options.putAll(given);
        return factory.create(new Options(options), this);
    }

    /** What is drawn for the entries, escape characters shown as ␛. */
    String drawn(JournalEntry... entries) throws IOException {
        sink().accept(List.of(entries));
        return String.join("", frames).replace('\u001b', '␛');
    }

    /** Lines whose level is what they begin with, in brackets. */
    static LogBatch lines(InstanceId instance, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        int[] spans = new int[lines.length * 2];
        for (int i = 0, at = 0; i < lines.length; i++) {
            spans[2 * i] = at;
            spans[2 * i + 1] = lines[i].getBytes(UTF_8).length;
            at += spans[2 * i + 1] + 1;
        }
        return batch(instance, bytes, spans, false);
    }

    /** Lines before which an instance has put the name of another service and a bar, all of the same length. */
    static LogBatch passedOn(InstanceId instance, ServiceId of, int heading, String... lines) {
        return lines(instance, lines).withHeadings((_, _, _) -> new Heading(of, heading));
    }

    static LogBatch batch(InstanceId instance, byte[] bytes, int[] spans, boolean continues) {
        return batch(TIME, instance, 1, StreamName.STDOUT, bytes, spans, continues);
    }

    /** One line, so long after {@link #TIME}. */
    static LogBatch later(long millis, InstanceId instance, int run, StreamName stream, String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return batch(TIME.plusMillis(millis), instance, run, stream, bytes, new int[] {0, bytes.length}, false);
    }

    private static LogBatch batch(
            Instant time,
            InstanceId instance,
            int run,
            StreamName stream,
            byte[] bytes,
            int[] spans,
            boolean continues) {
        return new LogBatch(1, time, instance, run, stream, bytes, spans, continues, TestingScreen::bracketed);
    }

    private static @Nullable Level bracketed(byte[] line, int offset, int length) {
        String text = new String(line, offset, length, UTF_8);
        return text.startsWith("[error]") ? Level.ERROR : text.startsWith("[warn]") ? Level.WARN : null;
    }

    static StateChange change(InstanceId instance, ServiceState from, ServiceState to, String reason, long millis) {
        Optional<Duration> took = millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
        return new StateChange(1, TIME, instance, 1, from, to, reason, took);
    }

    @Override
    public boolean colour() {
        return colour;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public void write(ByteBuffer frame) {
        frames.add(UTF_8.decode(frame).toString());
    }

    @Override
    public List<Shown> instances() {
        return shown;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public InstantSource clock() {
        return () -> now;
    }

    @Override
    public HostConsole console() {
        return this;
    }
}
