package dev.brummer.insight.scan;

import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.util.ArrayList;
import java.util.List;

/** What is kept of a unit: as much as somebody would read of it. */
public final class Excerpt {
    private static final int MOST_LINES = 200;
    private static final int MOST_BYTES = 32 << 10;

    private Excerpt() {}

    /** Its first lines, with bytes of their own; its first line in any case. */
    public static Unit of(Unit unit) {
        List<LogBatch> kept = new ArrayList<>();
        int lines = 0;
        int bytes = 0;
        for (LogBatch piece : unit.pieces()) {
            int to = 0;
            while (to < piece.size() && (lines == 0 || isRoom(lines, bytes + piece.length(to)))) {
                bytes += piece.length(to);
                lines++;
                to++;
            }
            if (to == 0) {
                break;
            }
            kept.add(piece.lines(0, to));
        }
        return new Unit(kept).detached();
    }

    private static boolean isRoom(int lines, int bytes) {
        return lines < MOST_LINES && bytes <= MOST_BYTES;
    }
}
