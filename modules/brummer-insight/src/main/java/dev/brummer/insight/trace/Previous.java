package dev.brummer.insight.trace;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.spi.Level;

/**
 * The line before, as far as it matters to the next: a trace belongs to it where it is a log line that tells of
 * trouble. Its level is looked for only when a trace comes, so its beginning is kept. For one thread.
 */
final class Previous {
    // Times, level and logger stand within that.
    private static final int KEPT = 160;
    private static final byte[] PANIC = {'p', 'a', 'n', 'i', 'c'};

    private final LevelFinder levels = new LevelFinder();
    private final Line line = new Line();
    private final byte[] beginning = new byte[KEPT];
    private int length;
    private int text;
    private int owner;

    /** Forgets the line before: nothing belongs to it. */
    void forget() {
        length = 0;
    }

    void remember(Line now) {
        length = Math.min(KEPT, now.to() - now.begin());
        text = Math.min(length, now.text() - now.begin());
        owner = now.owner();
        System.arraycopy(now.bytes(), now.begin(), beginning, 0, length);
    }

    /** Whether there is one that {@code next} may belong to: not of somebody else, by its prefix. */
    boolean mayOwn(Line next) {
        return length > 0 && (next.owner() == 0 || next.owner() == owner);
    }

    /** Whether it is the log line of {@code next}, which begins a trace. */
    boolean isLogLineOf(Line next) {
        if (!mayOwn(next)) {
            return false;
        }
        Level whole = levels.levelOf(beginning, 0, length);
        Level level = whole == null ? levels.levelOf(beginning, text, length - text) : whole;
        // A trace behind a line of less weight is a crash of its own more often than not.
        return level == Level.ERROR || level == Level.WARN;
    }

    /** Whether it speaks of a panic, so that {@code next}, the head of a goroutine, is part of that. */
    boolean isPanicOf(Line next) {
        if (!mayOwn(next)) {
            return false;
        }
        line.read(beginning, 0, length);
        return line.contains(PANIC);
    }
}
