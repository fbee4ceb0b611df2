package dev.brummer.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines as text, Latin-1 so that every byte counts; a piece that continues ends with an arrow. */
final class Framed {
    static final String CONTINUES = "→";

    private final ReadBuffer buffer = new ReadBuffer();
    private final List<String> lines = new ArrayList<>();
    private boolean plain = true;

    static List<String> whole(byte[] input) {
        var framed = new Framed();
        framed.feed(input, 0, input.length);
        return framed.end();
    }

    void feed(byte[] input, int from, int to) {
        for (int at = from; at < to; ) {
            ByteBuffer room = buffer.room();
            int length = Math.min(room.remaining(), to - at);
            room.put(input, at, length);
            at += length;
            buffer.drain(this::take);
        }
    }

    List<String> end() {
        buffer.finish(this::take);
        return lines;
    }

    /** Whether all lines were said to be plain. */
    boolean isPlain() {
        return plain;
    }

    private static void isPlain(byte[] line) {
        for (byte b : line) {
            assertThat(b >= ' ' && b != 0x7F || b == '\t').as("byte %d", b).isTrue();
        }
    }

    private void take(LineTable table, ByteBuffer bytes, boolean continued) {
        plain &= table.isPlain();
        byte[] packed = new byte[table.count() * Integer.BYTES];
        table.packed().get(packed);
        int[] spans = LineTable.unpack(packed, 0, table.count(), table.start());
        for (int i = 0; i < spans.length; i += 2) {
            byte[] line = new byte[spans[i + 1]];
            bytes.get(spans[i], line);
            boolean piece = continued && i == spans.length - 2;
            if (table.isPlain()) {
                assertThat(line).as("a line said to be plain").satisfies(Framed::isPlain);
            }
            lines.add(new String(line, StandardCharsets.ISO_8859_1) + (piece ? CONTINUES : ""));
        }
    }
}
