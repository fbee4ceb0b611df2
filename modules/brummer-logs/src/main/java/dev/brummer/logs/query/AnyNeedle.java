package dev.brummer.logs.query;

import dev.brummer.logs.scan.Ascii;
import dev.brummer.spi.LogBatch;
import java.util.Arrays;
import java.util.List;

/** Finds what any of several needles finds. */
final class AnyNeedle implements BoundQuery.Needle {
    // Blocks grow, so that what is rare is not sought through megabytes again for each of what is frequent.
    private static final int FIRST_BLOCK = 512;
    private static final int LAST_BLOCK = 1 << 20;

    private final BoundQuery.Needle[] needles;

    AnyNeedle(List<BoundQuery.Needle> needles) {
        this.needles = needles.toArray(BoundQuery.Needle[]::new);
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        int block = FIRST_BLOCK;
        for (int begin = from; begin < to; block = Math.min(block * 2, LAST_BLOCK)) {
            int limit = Ascii.endOfLine(bytes, begin + Math.min(block, to - begin), to);
            int first = firstIn(bytes, begin, limit);
            if (first >= 0) {
                return first;
            }
            begin = limit;
        }
        return -1;
    }

    @Override
    public BoundQuery.Needle tuned(byte[] bytes, int from, int to) {
        return new AnyNeedle(Arrays.stream(needles).map(needle -> needle.tuned(bytes, from, to)).toList());
    }

    @Override
    public boolean confirms(LogBatch batch, int line) {
        for (BoundQuery.Needle needle : needles) {
            if (needle.confirms(batch, line)) {
                return true;
            }
        }
        return false;
    }

    private int firstIn(byte[] bytes, int from, int to) {
        int first = -1;
        for (BoundQuery.Needle needle : needles) {
            int at = needle.next(bytes, from, to);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }
}
