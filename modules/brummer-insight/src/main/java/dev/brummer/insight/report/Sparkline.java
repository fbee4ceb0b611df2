package dev.brummer.insight.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The course of values in a line of characters: {@code ▁▂▃▅█}. */
public final class Sparkline {
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final int WIDEST = 24;

    private Sparkline() {}

    /** At most 24 characters, the first value first; the least is lowest, and what never changes lies in the middle. */
    public static String of(List<Double> values) {
        double[] means = means(values);
        double min = DoubleStream.of(means).min().orElse(0);
        double max = DoubleStream.of(means).max().orElse(0);
        return line(means, min, max);
    }

    private static String line(double[] means, double min, double max) {
        StringBuilder line = new StringBuilder(means.length);
        for (double mean : means) {
            line.append(HEIGHTS.charAt(height(mean, min, max)));
        }
        return line.toString();
    }

    private static double[] means(List<Double> values) {
        int width = Math.min(WIDEST, values.size());
        return IntStream.range(0, width)
                .mapToDouble(at -> share(values, at, width).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** What one of {@code width} characters stands for. */
    private static <T> List<T> share(List<T> values, int at, int width) {
        return values.subList(at * values.size() / width, (at + 1) * values.size() / width);
    }

    /**
     * The same for values of which some count by a sign alone. Those are not measured, and their sign stands wherever one
     * of them is. Nothing is lowest.
     *
     * @param values none of them negative
     * @param signs one for each value: a blank, or the sign that stands in its place
     * @param gravest all signs, those first that win where several share a place
     */
    public static String marked(List<Double> values, List<Character> signs, String gravest) {
        List<Double> measured = IntStream.range(0, values.size())
                .mapToObj(at -> signs.get(at) == ' ' ? values.get(at) : 0.0)
                .toList();
        double[] means = means(measured);
        StringBuilder line = new StringBuilder(line(means, 0, DoubleStream.of(means).max().orElse(0)));
        for (int at = 0; at < means.length; at++) {
            List<Character> here = share(signs, at, means.length);
            int place = at;
            gravest.chars()
                    .mapToObj(sign -> (char) sign)
                    .filter(here::contains)
                    .findFirst()
                    .ifPresent(sign -> line.setCharAt(place, sign));
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
