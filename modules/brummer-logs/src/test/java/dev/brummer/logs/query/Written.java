package dev.brummer.logs.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that a service has written. The level of a line is its first word, if that is a level's in capitals. */
record Written(InstanceId instance, int run, StreamName stream, Instant time) {
    static Written by(String service) {
        return new Written(InstanceId.only(new ServiceId(service)), 1, StreamName.STDOUT, TestingScope.NOW);
    }

    Written copy(int index) {
        return new Written(new InstanceId(instance.service(), index), run, stream, time);
    }

    Written inRun(int number) {
        return new Written(instance, number, stream, time);
    }

    Written to(StreamName name) {
        return new Written(instance, run, name, time);
    }

    Written at(String instant) {
        return new Written(instance, run, stream, Instant.parse(instant));
    }

    /** A unit of several lines that came in one batch. */
    Unit unit(String... lines) {
        byte[][] bytes = new byte[lines.length][];
        for (int i = 0; i < lines.length; i++) {
            bytes[i] = lines[i].getBytes(UTF_8);
        }
        return new Unit(List.of(batch(false, bytes)));
    }

    /** A unit of one line that came in pieces, each a batch of its own. */
    Unit inPieces(byte[]... pieces) {
        List<LogBatch> batches = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            batches.add(batch(i < pieces.length - 1, pieces[i]));
        }
        return new Unit(batches);
    }

    /** Lines behind something else, each with a line end. */
    LogBatch batch(boolean continues, byte[]... lines) {
        byte[] before = "error auth ".getBytes(UTF_8);
        int size = before.length;
        for (byte[] line : lines) {
            size += line.length + 1;
        }
        byte[] bytes = java.util.Arrays.copyOf(before, size);
        int[] spans = new int[lines.length * 2];
        int at = before.length;
        for (int i = 0; i < lines.length; i++) {
            System.arraycopy(lines[i], 0, bytes, at, lines[i].length);
            spans[i * 2] = at;
            spans[i * 2 + 1] = lines[i].length;
            at += lines[i].length;
            bytes[at++] = '\n';
        }
        return new LogBatch(1, time, instance, run, stream, bytes, spans, continues, Written::level);
    }

    private static @Nullable Level level(byte[] bytes, int offset, int length) {
        String word = new String(bytes, offset, length, UTF_8).split(" ", 2)[0];
        for (Level level : Level.values()) {
            if (level.name().equals(word)) {
                return level;
            }
        }
        return null;
    }
}
