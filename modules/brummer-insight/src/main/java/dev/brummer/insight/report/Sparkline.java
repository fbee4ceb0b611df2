package dev.brummer.insight.report;

import java.util.List;

/** The course of values in a line of characters: {@code ▁▂▃▅█}. */
public final class Sparkline {
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final int WIDEST = 24;

    private Sparkline() {}

    /** At most 24 characters, the first value first; the least is lowest, and what never changes lies in the middle. */
    public static String of(List<Double> values) {
        int width = Math.min(WIDEST, values.size());
        double[] means = new double[width];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < width; i++) {
            int from = i * values.size() / width;
            int to = (i + 1) * values.size() / width;
            means[i] = values.subList(from, to).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            min = Math.min(min, means[i]);
            max = Math.max(max, means[i]);
        }
        StringBuilder line = new StringBuilder(width);
        for (double mean : means) {
            line.append(HEIGHTS.charAt(height(mean, min, max)));
        }
        return line.toString();
    }

    private static int height(double value, double min, double max) {
        if (min == max) {
            return HEIGHTS.length() / 2 - 1;
        }
        // Halved, for a range may be greater than any number.
        double share = (value / 2 - min / 2) / (max / 2 - min / 2);
        return (int) Math.round(share * (HEIGHTS.length() - 1));
    }
}
