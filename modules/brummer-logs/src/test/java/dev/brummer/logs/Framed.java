package dev.brummer.logs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines as text, Latin-1 so that every byte counts; a piece that continues ends with an arrow. */
final class Framed {
    static final String CONTINUES = "→";

    private final ReadBuffer buffer = new ReadBuffer();
    private final List<String> lines = new ArrayList<>();

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

    private void take(LineTable table, ByteBuffer bytes, boolean continued) {
        byte[] packed = new byte[table.count() * Integer.BYTES];
        table.packed().get(packed);
        int[] spans = LineTable.unpack(packed, 0, table.count(), table.start());
        for (int i = 0; i < spans.length; i += 2) {
            byte[] line = new byte[spans[i + 1]];
            bytes.get(spans[i], line);
            boolean piece = continued && i == spans.length - 2;
            lines.add(new String(line, StandardCharsets.ISO_8859_1) + (piece ? CONTINUES : ""));
        }
    }
}
