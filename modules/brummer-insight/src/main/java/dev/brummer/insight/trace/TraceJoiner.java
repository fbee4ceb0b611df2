package dev.brummer.insight.trace;

import dev.brummer.insight.scan.Scan;
import dev.brummer.logs.query.Joiner;
import org.jspecify.annotations.Nullable;

/**
 * Joins the lines of stack traces, and a trace to the log line directly before it where that tells of an error or a
 * warning. A line goes by what is before it alone: a trace that others interrupt comes in parts. Lines that their own
 * prefix gives to somebody else are never joined. Allocates nothing. For one thread.
 */
public final class TraceJoiner implements Joiner {
    /** Makes one for a stream. */
    public static final Joiner.Maker MAKER = TraceJoiner::new;

    // What goes on for longer than that is no trace of one error, and somebody has to hold it in memory.
    private static final int MOST_LINES = 10_000;
    private static final int MOST_BYTES = 1 << 20;

    // Longer than whatever an uncaught error may have before its first frame, of which any line may be a part.
    private static final int SETTLED = Thrown.MOST_MESSAGE_LINES + 3;

    private final Line line = new Line();
    private final Previous previous = new Previous();
    private final Heads heads = new Heads(previous);
    private @Nullable Trace trace;
    private int owner;
    private int ordinary;
    private int lines;
    private int size;

    @Override
    public boolean joins(byte[] bytes, int offset, int length) {
        line.read(bytes, offset, length);
        boolean joined = goesOn() || begins();
        ordinary = joined || trace != null || !isOrdinary() ? 0 : ordinary + 1;
        if (joined && lines < MOST_LINES && size + length <= MOST_BYTES) {
            lines++;
            size += length;
            return true;
        }
        lines = 1;
        size = length;
        return false;
    }

    @Override
    public boolean isSettled() {
        return ordinary >= SETTLED;
    }

    /** Whether no trace takes such a line but as one of the few that may have anything in them. */
    private boolean isOrdinary() {
        if (line.isBlank() || line.isIndented()) {
            return false;
        }
        byte first = line.first();
        boolean word = Scan.isLetter(first) || Scan.isDigit(first) || first == '{';
        return word && !Goroutines.isInStack(line);
    }

    private boolean goesOn() {
        Trace now = trace;
        if (now == null) {
            return false;
        }
        if ((line.owner() == 0 || line.owner() == owner) && now.takes(line)) {
            return true;
        }
        trace = null;
        previous.forget();
        return false;
    }

    /** Whether the line begins a trace of the line before. */
    private boolean begins() {
        boolean joined = false;
        if (!line.isBlank() && Heads.mayBegin(line)) {
            joined = heads.begins(line);
            trace = heads.trace();
        }
        if (trace == null) {
            rememberLine();
        } else {
            owner = line.owner();
        }
        return joined;
    }

    private void rememberLine() {
        // JSON holds its trace within.
        if (line.isBlank() || line.first() == '{') {
            previous.forget();
        } else {
            previous.remember(line);
        }
    }
}
