package dev.brummer.logs;

import dev.brummer.logs.query.Joiner;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes from unit to unit through one stream of an image, from any line on. Shows each line to a joiner once, when it
 * comes to it. For one thread.
 */
final class StreamUnits {
    /** How far before a line the unit may begin that the line belongs to. */
    private static final int LOOK_BACK = 128;

    /** How many lines of their own a joiner is shown, for it to say that what was before them does not matter. */
    private static final int SETTLING = 24;

    /** A unit ends here whatever follows, so that its size is bounded. */
    private static final int MOST_LINES = 1000;

    private static final int MOST_BYTES = 1 << 20;

    private final SegmentImage image;
    private final Joiner.Maker joiners;
    private final LogBatch.LevelReader levels;
    private Joiner joiner;
    private int batch;
    // Null until it is asked for, and again once the window has moved: it may share its bytes with that.
    private @Nullable LogBatch here;
    private int leftBatch = SegmentImage.NONE;
    private @Nullable LogBatch left;
    private int moves;
    private int line;
    private boolean joins;
    private int firstBatch;
    private int firstLine;

    /** Begins before {@code batch}, where a unit may begin that reaches into it. */
    StreamUnits(SegmentImage image, int batch, int line, Joiner.Maker joiners, LogBatch.LevelReader levels)
            throws IOException {
        this.image = image;
        this.joiners = joiners;
        this.levels = levels;
        this.joiner = joiners.make();
        this.batch = batch;
        this.moves = image.moves();
        beginBefore(batch, line);
    }

    private void beginBefore(int target, int targetLine) throws IOException {
        if (targetLine < SETTLING || !settlesBefore(target, targetLine)) {
            lookBack(target, targetLine);
        }
    }

    /** Begins with the line before, if all that have just been before it are of their own: nearly always. */
    private boolean settlesBefore(int target, int targetLine) throws IOException {
        joiner = joiners.make();
        open(target);
        LogBatch lines = here();
        for (line = targetLine - SETTLING; line < targetLine; line++) {
            boolean ignored = joiner.joins(lines.bytes(), lines.offset(line), lines.length(line));
        }
        line = targetLine - 1;
        return joiner.isSettled();
    }

    private void lookBack(int target, int targetLine) throws IOException {
        int at = target;
        int left = LOOK_BACK - targetLine;
        while (left > 0 && image.before(at) != SegmentImage.NONE) {
            at = image.before(at);
            left -= image.lines(at);
        }
        joiner = joiners.make();
        open(at);
        line = Math.max(0, -left);
        LogBatch lines = here();
        boolean ignored = joiner.joins(lines.bytes(), lines.offset(line), lines.length(line));
    }

    private void open(int at) {
        if (at != batch) {
            left = here;
            leftBatch = batch;
            batch = at;
            here = null;
        }
        line = 0;
    }

    private LogBatch here() throws IOException {
        LogBatch known = here;
        if (known == null) {
            known = image.near(batch, levels);
            here = known;
        }
        return known;
    }

    private void forgetWhatWasMoved() {
        if (moves != image.moves()) {
            moves = image.moves();
            here = null;
            left = null;
        }
    }

    /** That batch, which is mostly the one that is here or was here before. */
    private LogBatch known(int at) throws IOException {
        LogBatch before = left;
        return at == batch ? here() : at == leftBatch && before != null ? before : image.near(at, levels);
    }

    /** Goes to the next unit; returns whether there is one. */
    boolean next() throws IOException {
        if (batch == SegmentImage.NONE) {
            return false;
        }
        firstBatch = batch;
        firstLine = line;
        int lines = 0;
        int bytes = 0;
        do {
            lines++;
            bytes += here().length(line);
        } while (advance() && joins && lines < MOST_LINES && bytes < MOST_BYTES);
        return true;
    }

    private boolean advance() throws IOException {
        LogBatch lines = here();
        boolean piece = lines.continues(line);
        line++;
        if (line == lines.size()) {
            int after = image.after(batch);
            if (after == SegmentImage.NONE) {
                batch = SegmentImage.NONE;
                return false;
            }
            open(after);
            lines = here();
        }
        joins = piece || joiner.joins(lines.bytes(), lines.offset(line), lines.length(line));
        return true;
    }

    /** Whether the line lies before the end of the unit. */
    boolean hasPassed(int ofBatch, int ofLine) {
        return batch == SegmentImage.NONE || batch > ofBatch || (batch == ofBatch && line > ofLine);
    }

    /** Goes to the unit of a line that has not been passed. */
    void find(int ofBatch, int ofLine) throws IOException {
        forgetWhatWasMoved();
        if (batch != ofBatch || ofLine - line > LOOK_BACK) {
            beginBefore(ofBatch, ofLine);
        }
        boolean more = true;
        while (more && !hasPassed(ofBatch, ofLine)) {
            more = next();
        }
    }

    /** The batch in which the unit begins. */
    int firstBatch() {
        return firstBatch;
    }

    /** The unit; it shares its bytes with its batches. */
    Unit unit() throws IOException {
        List<LogBatch> pieces = new ArrayList<>();
        for (int at = firstBatch; at != SegmentImage.NONE; at = image.after(at)) {
            LogBatch lines = known(at);
            int from = at == firstBatch ? firstLine : 0;
            int to = at == batch ? line : lines.size();
            if (to > from) {
                pieces.add(lines.lines(from, to));
            }
            if (at == batch) {
                break;
            }
        }
        return new Unit(pieces);
    }
}
