package dev.brummer.logs.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.brummer.spi.LogBatch;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit as a person sees it. */
record PlainUnit(String source, String level, List<String> lines) {
    private static final Pattern NAMED =
            Pattern.compile("^(?:(auth)-1  \\||\\[(auth|users)\\])( .*|$)", Pattern.DOTALL);

    static PlainUnit of(Unit unit) {
        List<String> lines = new ArrayList<>();
        var line = new ByteArrayOutputStream();
        for (LogBatch piece : unit.pieces()) {
            for (int i = 0; i < piece.size(); i++) {
                line.write(piece.bytes(), piece.offset(i), piece.length(i));
                if (!piece.continues(i)) {
                    lines.add(visible(line.toByteArray()));
                    line.reset();
                }
            }
        }
        LogBatch first = unit.pieces().getFirst();
        String own = unit.instance().service().name();
        Matcher named = NAMED.matcher(first.text(0).replaceAll("\u001b\\[[0-9;:]*m", ""));
        String source = !named.matches() ? own : named.group(1) == null ? named.group(2) : named.group(1);
        return new PlainUnit(source, level(unit), lines);
    }

    /** That of the first line which claims one; of what follows a cut line nothing is known. */
    private static String level(Unit unit) {
        List<String> levels = new ArrayList<>();
        for (LogBatch piece : unit.pieces()) {
            for (int i = 0; i < piece.size() && !levels.contains("cut"); i++) {
                if (piece.level(i) != null) {
                    levels.add(piece.level(i).name());
                } else if (piece.continues(i)) {
                    levels.add("cut");
                }
            }
        }
        return levels.isEmpty() || levels.getFirst().equals("cut") ? "" : levels.getFirst();
    }

    private static String visible(byte[] line) {
        var text = new FrameBuffer(16);
        new LineFilter(LineFilter.Keep.TEXT).add(line, 0, line.length, text);
        return new String(text.array(), 0, text.size(), UTF_8);
    }

    boolean has(String text) {
        return lines.stream().anyMatch(line -> folded(line).contains(folded(text)));
    }

    private static String folded(String text) {
        var folded = new StringBuilder();
        text.codePoints().map(PlainUnit::folded).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int folded(int point) {
        int lower = Character.toLowerCase(Character.toUpperCase(point));
        return point >= 0x80 && lower < 0x80 ? point : lower;
    }
}
