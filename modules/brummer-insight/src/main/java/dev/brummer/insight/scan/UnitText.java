package dev.brummer.insight.scan;

import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.util.ArrayList;
import java.util.List;

/** Units as text without escape sequences and control characters. */
public final class UnitText {
    // Of a longer line the beginning is text enough.
    private static final int LONGEST = 16 << 10;

    private UnitText() {}

    /** Its first lines, at most {@code most}; of a line that came in pieces the first piece. */
    public static List<String> lines(Unit unit, int most) {
        List<String> lines = new ArrayList<>();
        boolean goesOn = false;
        for (LogBatch piece : unit.pieces()) {
            for (int i = 0; i < piece.size() && lines.size() < most; i++) {
                if (!goesOn) {
                    lines.add(text(piece, i));
                }
                goesOn = piece.continues(i);
            }
        }
        return lines;
    }

    /** Its first line. */
    public static String first(Unit unit) {
        return text(unit.pieces().getFirst(), 0);
    }

    private static String text(LogBatch piece, int index) {
        return PlainText.of(piece.bytes(), piece.offset(index), Math.min(LONGEST, piece.length(index)));
    }
}
