package dev.brummer.logs.scan;

/** How often bytes occur in log lines, letters of either case counted together. A guess that need not be exact. Immutable. */
final class ByteRanks {
    /** As in lines of servers with times, ids, paths and English words. */
    static final ByteRanks USUAL = new ByteRanks(usual());

    // As many bytes as the guess counts for beside those that have been looked at.
    private static final int GUESSED = 1 << 8;

    private final double[] shares;

    private ByteRanks(double[] shares) {
        this.shares = shares;
    }

    private static double[] usual() {
        // From the most frequent on.
        String frequent = " e0t1a2oinrs\":3-.,d5l4/cu6mp87h9g[]f=b_yvwk()x{};|'jqz";
        double[] shares = new double[256];
        java.util.Arrays.fill(shares, 0.001);
        double share = 0.08;
        for (int i = 0; i < frequent.length(); i++) {
            shares[frequent.charAt(i)] = share;
            share *= 0.935;
        }
        return shares;
    }

    /** As in lines like these. */
    static ByteRanks like(byte[] bytes, int from, int to) {
        int[] counts = new int[256];
        for (int at = from; at < to; at++) {
            counts[bytes[at] & 0xFF]++;
        }
        double[] shares = new double[256];
        for (int b = 0; b < shares.length; b++) {
            int upper = Ascii.isLetter(b) ? counts[b - 0x20] : 0;
            shares[b] = (counts[b] + upper + GUESSED * USUAL.shares[b]) / (to - from + GUESSED);
        }
        return new ByteRanks(shares);
    }

    /** About which share of all bytes is this one, given as {@link Ascii#lower} makes it. */
    double share(int lower) {
        return shares[lower & 0xFF];
    }
}
