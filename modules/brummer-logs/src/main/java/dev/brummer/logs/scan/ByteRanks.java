package dev.brummer.logs.scan;

/** How often bytes occur in log lines, letters of either case counted together. A guess that need not be exact. */
final class ByteRanks {
    // From the most frequent on, as in lines of servers with times, ids, paths and English words.
    private static final String FREQUENT = " e0t1a2oinrs\":3-.,d5l4/cu6mp87h9g[]f=b_yvwk()x{};|'jqz";
    private static final double[] SHARE = new double[256];

    static {
        java.util.Arrays.fill(SHARE, 0.001);
        double share = 0.08;
        for (int i = 0; i < FREQUENT.length(); i++) {
            SHARE[FREQUENT.charAt(i)] = share;
            share *= 0.935;
        }
    }

    private ByteRanks() {}

    /** About which share of all bytes is this one, given as {@link Ascii#lower} makes it. */
    static double share(int lower) {
        return SHARE[lower & 0xFF];
    }
}
