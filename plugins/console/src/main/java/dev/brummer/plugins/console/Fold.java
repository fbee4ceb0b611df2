package dev.brummer.plugins.console;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells which lines say again what the line before on the screen said, and how often. They come from the same stream,
 * with less than a second between one and the next. For one thread.
 */
final class Fold {
    private static final Duration QUIET = Duration.ofSeconds(1);
    // Who repeats itself for minutes is heard of now and then.
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final boolean folds;
    private byte[] line = new byte[256];
    private int length;
    // Null where nothing can be said again.
    private @Nullable InstanceId instance;
    private int run;
    private StreamName stream = StreamName.STDOUT;
    private @Nullable InstanceId of;
    private int skipped;
    private Mark mark = Mark.OUTPUT;
    private int times;
    private int untold;
    private Instant told = Instant.MIN;
    private Instant latest = Instant.MIN;

    /** @param folds false to count nothing: every line is shown */
    Fold(boolean folds) {
        this.folds = folds;
    }

    /**
     * What is to be said of the line that was shown.
     *
     * @param of before whose lines the same margin stands
     * @param again the line itself, where it came just once more: then it is shown as it is
     * @param times how often it came in all
     * @param latest when it came the last time
     */
    record Repetition(InstanceId of, Mark mark, byte @Nullable [] again, int times, Instant latest) {}

    /** Whether a line is the same again, and is to be left out. */
    boolean takes(LogBatch batch, int index) {
        if (!folds || !isAgain(batch, index)) {
            return false;
        }
        latest = batch.time();
        times++;
        untold++;
        return true;
    }

    private boolean isAgain(LogBatch batch, int index) {
        int from = batch.offset(index);
        return batch.instance().equals(instance)
                && batch.length(index) == length
                && Arrays.equals(line, 0, length, batch.bytes(), from, from + length)
                && batch.run() == run
                && batch.stream() == stream
                && !batch.continues(index)
                && isSoon(batch.time());
    }

    private boolean isSoon(Instant time) {
        return Duration.between(latest, time).compareTo(QUIET) < 0;
    }

    /**
     * A line has been shown.
     *
     * @param before whose lines the same margin stands
     * @param without how many bytes at its beginning were left out
     */
    void shown(LogBatch batch, int index, InstanceId before, int without, Mark as) {
        if (!folds) {
            return;
        }
        // A piece says nothing whole, and an empty line nothing at all.
        instance = batch.continues(index) || batch.length(index) == 0 ? null : batch.instance();
        run = batch.run();
        stream = batch.stream();
        of = before;
        skipped = without;
        mark = as;
        length = batch.length(index);
        if (length > line.length) {
            line = new byte[Math.max(length, line.length * 2)];
        }
        System.arraycopy(batch.bytes(), batch.offset(index), line, 0, length);
        times = 1;
        untold = 0;
        latest = batch.time();
        told = latest;
    }

    /** Whether it is time to say something of the line that was shown. */
    boolean isDue(Instant now) {
        return untold > 0 && (!isSoon(now) || Duration.between(told, latest).compareTo(LONGEST) >= 0);
    }

    /** Whether something is still to be said of the line that was shown. */
    boolean isUntold() {
        return untold > 0;
    }

    /** What is still to be said of the line that was shown; empty if it came only once. */
    Optional<Repetition> tell() {
        if (untold == 0 || instance == null || of == null) {
            return Optional.empty();
        }
        byte[] again = times == 2 ? Arrays.copyOfRange(line, skipped, length) : null;
        untold = 0;
        told = latest;
        return Optional.of(new Repetition(of, mark, again, times, latest));
    }

    /** Something else has been shown. */
    void forget() {
        instance = null;
        untold = 0;
    }
}
