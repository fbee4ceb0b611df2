package dev.brummer.logs.query;

import java.util.List;

/** Finds what any of several needles finds. */
final class AnyNeedle implements BoundQuery.Needle {
    private final BoundQuery.Needle[] needles;

    AnyNeedle(List<Reach.Pointer> any) {
        needles = any.stream().map(Reach.Pointer::needle).toArray(BoundQuery.Needle[]::new);
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        int first = -1;
        for (BoundQuery.Needle needle : needles) {
            int at = needle.next(bytes, from, to);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }
}
