package dev.brummer.logs.query;

import dev.brummer.logs.scan.Ascii;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks the lines of a unit something: as they are where they are plain, else without what is not text. A line in
 * pieces counts as one. Safe for use by several threads.
 */
final class Lines {
    // A longer line is looked at in stretches that share a piece, so that only what is longer than one could be missed.
    private static final int LONGEST = 1 << 20;

    private final AtomicReference<@Nullable Room> spare = new AtomicReference<>();

    /** Where lines are put together and cleaned; kept between lines, for one thread at a time. */
    private static final class Room {
        private final FrameBuffer joined = new FrameBuffer(256);
        private final FrameBuffer text = new FrameBuffer(256);
        private final LineFilter filter = new LineFilter(LineFilter.Keep.TEXT);
    }

    /** Whether any line of the unit passes. */
    boolean any(Unit unit, LineMatch match) {
        List<LogBatch> pieces = unit.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            LogBatch piece = pieces.get(i);
            boolean joined = i > 0 && pieces.get(i - 1).continues(pieces.get(i - 1).size() - 1);
            for (int line = joined ? 1 : 0; line < piece.size(); line++) {
                boolean cut = piece.continues(line) && i + 1 < pieces.size();
                if (cut ? anyStretch(pieces, i, line, match) : passes(piece, line, match)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether that line passes, taken for a whole one. */
    boolean passes(LogBatch batch, int line, LineMatch match) {
        int from = batch.offset(line);
        return passes(batch.bytes(), from, from + batch.length(line), match);
    }

    private boolean passes(byte[] bytes, int from, int to, LineMatch match) {
        if (!match.mayMatch(bytes, from, to)) {
            return false;
        }
        if (Ascii.isPlain(bytes, from, to)) {
            return match.matches(bytes, from, to);
        }
        Room room = takeRoom();
        try {
            room.text.clear();
            room.filter.add(bytes, from, to - from, room.text);
            return match.matches(room.text.array(), 0, room.text.size());
        } finally {
            spare.set(room);
        }
    }

    private Room takeRoom() {
        Room room = spare.getAndSet(null);
        return room == null ? new Room() : room;
    }

    /** Looks at the line that begins as line {@code line} of piece {@code first} and goes on in those behind it. */
    private boolean anyStretch(List<LogBatch> pieces, int first, int line, LineMatch match) {
        Room room = takeRoom();
        try {
            FrameBuffer joined = room.joined;
            joined.clear();
            add(pieces.get(first), line, joined);
            boolean goesOn = true;
            for (int i = first + 1; goesOn; i++) {
                LogBatch piece = pieces.get(i);
                if (joined.size() + piece.length(0) > LONGEST) {
                    if (passes(joined.array(), 0, joined.size(), match)) {
                        return true;
                    }
                    joined.clear();
                    add(pieces.get(i - 1), i - 1 == first ? line : 0, joined);
                }
                add(piece, 0, joined);
                goesOn = piece.size() == 1 && piece.continues(0) && i + 1 < pieces.size();
            }
            return passes(joined.array(), 0, joined.size(), match);
        } finally {
            spare.set(room);
        }
    }

    private static void add(LogBatch batch, int line, FrameBuffer to) {
        to.add(batch.bytes(), batch.offset(line), batch.length(line));
    }
}
