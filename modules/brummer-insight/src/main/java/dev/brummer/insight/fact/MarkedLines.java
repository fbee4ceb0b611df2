package dev.brummer.insight.fact;

import dev.brummer.spi.LogBatch;
import dev.brummer.spi.host.NeedleScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Batches of lines, and which of these lines are to be shown to which parsers. Immutable. */
public final class MarkedLines {
    private final List<Batch> batches;

    /**
     * One batch.
     *
     * @param marks for each line that holds a needle its index, how many kinds of parsers are to see it, and their numbers
     */
    record Batch(LogBatch lines, int[] marks) {}

    private MarkedLines(List<Batch> batches) {
        this.batches = batches;
    }

    /** Marks the lines in which {@code scan} finds something. */
    static MarkedLines of(List<LogBatch> batches, NeedleScan scan) {
        List<Batch> marked = new ArrayList<>(batches.size());
        Marks marks = new Marks();
        for (LogBatch batch : batches) {
            scan.scan(batch, 0, marks);
            marked.add(new Batch(batch, marks.taken()));
        }
        return new MarkedLines(marked);
    }

    List<Batch> batches() {
        return batches;
    }

    /** Whether there are no lines at all. */
    public boolean isEmpty() {
        return batches.isEmpty();
    }

    private static final class Marks implements NeedleScan.Candidates {
        private int[] marks = new int[256];
        private int size;

        @Override
        public boolean take(int line, int[] parsers, int count) {
            if (marks.length - size < 2 + count) {
                marks = Arrays.copyOf(marks, marks.length * 2 + count);
            }
            marks[size++] = line;
            marks[size++] = count;
            System.arraycopy(parsers, 0, marks, size, count);
            size += count;
            return true;
        }

        int[] taken() {
            int[] taken = Arrays.copyOf(marks, size);
            size = 0;
            return taken;
        }
    }
}
