package dev.brummer.logs;

import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import dev.brummer.spi.StreamName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Reads the bodies of frames, as {@link BodyWriter} and {@link RecordsFrame} wrote them. */
final class BodyReader {
    private static final ServiceState[] STATES = ServiceState.values();
    private static final Level[] LEVELS = Level.values();
    private static final StreamName[] STREAMS = StreamName.values();

    private final ByteBuffer bytes;
    private int at;

    private BodyReader(FrameHeader frame) {
        this.bytes = frame.bytes();
        this.at = frame.body();
    }

    static StreamKey stream(FrameHeader frame) {
        var body = new BodyReader(frame);
        return new StreamKey(body.instance(), body.number(), body.streamName());
    }

    /** The exit code with which a start ended. */
    static int end(FrameHeader frame) {
        return new BodyReader(frame).number();
    }

    /** The records of a frame without the first {@code passed}. */
    static LogBatch records(FrameHeader frame, StreamKey key, int passed, LogBatch.LevelReader levels) {
        int count = (int) frame.records();
        int base = frame.body() + count * Integer.BYTES;
        int[] spans = LineTable.unpack(frame.bytes().array(), frame.body(), count, base);
        return lines(
                frame,
                key,
                passed,
                passed == 0 ? spans : Arrays.copyOfRange(spans, passed * 2, spans.length),
                frame.continues(),
                levels);
    }

    /**
     * One record of a frame.
     *
     * @param offset where its line begins in the bytes of the frame
     */
    static LogBatch record(
            FrameHeader frame, StreamKey key, int index, int offset, int length, LogBatch.LevelReader levels) {
        boolean continues = frame.continues() && index == frame.records() - 1;
        return lines(frame, key, index, new int[] {offset, length}, continues, levels);
    }

    private static LogBatch lines(
            FrameHeader frame, StreamKey key, int first, int[] spans, boolean continues, LogBatch.LevelReader levels) {
        LogBatch lines = new LogBatch(
                frame.sequence() + first,
                Micros.toInstant(frame.micros()),
                key.instance(),
                key.run(),
                key.stream(),
                frame.bytes().array(),
                spans,
                continues,
                levels);
        return frame.isPlain() ? lines.plain() : lines;
    }

    /** The entry of a frame that is a state change, a notice or a gap. */
    static JournalEntry entry(FrameHeader frame, FrameKind kind) {
        var body = new BodyReader(frame);
        long sequence = frame.sequence();
        Instant time = Micros.toInstant(frame.micros());
        return switch (kind) {
            case STATE -> body.state(sequence, time);
            case NOTICE -> new Notice(sequence, time, body.level(), body.text());
            case GAP -> new Gap(sequence, time, frame.records(), body.text());
            case SEGMENT, STREAM, RECORDS, FACTS, END -> throw new IllegalArgumentException(kind + " is no such entry");
        };
    }

    private StateChange state(long sequence, Instant time) {
        return new StateChange(sequence, time, instance(), number(), serviceState(), serviceState(), text(), took());
    }

    private Optional<Duration> took() {
        long nanos = bytes.getLong(at);
        return nanos < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    private InstanceId instance() {
        return new InstanceId(new ServiceId(text()), number());
    }

    private ServiceState serviceState() {
        String word = text();
        for (ServiceState state : STATES) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no state is called " + word);
    }

    private Level level() {
        String word = text();
        for (Level level : LEVELS) {
            if (level.word().equals(word)) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level is called " + word);
    }

    private StreamName streamName() {
        String word = text();
        for (StreamName stream : STREAMS) {
            if (stream.word().equals(word)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("no stream is called " + word);
    }

    private int number() {
        int number = bytes.getInt(at);
        at += Integer.BYTES;
        return number;
    }

    private String text() {
        byte[] utf8 = new byte[number()];
        bytes.get(at, utf8);
        at += utf8.length;
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
