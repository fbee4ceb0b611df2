package dev.brummer.logs.scan;

import java.util.List;

/** Several literals, of which any is wanted. Immutable. */
public final class Literals {
    // Blocks grow, so that a rare one is not sought through megabytes each time when a frequent one is near.
    private static final int FIRST_BLOCK = 512;
    private static final int LAST_BLOCK = 1 << 20;

    private final List<Literal> any;

    public Literals(List<Literal> any) {
        this.any = List.copyOf(any);
    }

    /** The first of all the places that {@link Literal#mayStandIn} tells; -1 where there is none. */
    public int mayStandIn(byte[] bytes, int from, int to) {
        int block = FIRST_BLOCK;
        for (int begin = from; begin < to; block = Math.min(block * 2, LAST_BLOCK)) {
            int limit = begin + Math.min(block, to - begin);
            int first = firstIn(bytes, begin, limit, from, to);
            if (first >= 0) {
                return first;
            }
            begin = limit;
        }
        return -1;
    }

    private int firstIn(byte[] bytes, int begin, int limit, int from, int to) {
        int first = -1;
        for (int i = 0; i < any.size(); i++) {
            int at = any.get(i).mayStandIn(bytes, begin, first < 0 ? limit : first, from, to);
            first = at >= 0 ? at : first;
        }
        return first;
    }

    /** About how probable it is that one of them stands at a given place. */
    public double probability() {
        return any.stream().mapToDouble(Literal::probability).sum();
    }
}
