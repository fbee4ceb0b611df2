package dev.brummer.insight.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of any number of values in at most 64: where there are more, each stands for the mean of two, then of
 * four, and so on. For one thread.
 */
final class Samples {
    private static final int MOST = 64;

    private final List<Double> means = new ArrayList<>();
    private long each = 1;
    private double mean;
    private long pending;

    void add(double value) {
        pending++;
        mean += (value - mean) / pending;
        if (pending == each) {
            means.add(mean);
            pending = 0;
            mean = 0;
        }
        if (means.size() == MOST) {
            halve();
        }
    }

    private void halve() {
        for (int i = 0; i < MOST / 2; i++) {
            means.set(i, means.get(2 * i) / 2 + means.get(2 * i + 1) / 2);
        }
        means.subList(MOST / 2, MOST).clear();
        each *= 2;
    }

    /** The first comes first; what is not complete yet stands last. */
    List<Double> all() {
        List<Double> all = new ArrayList<>(means);
        if (pending > 0) {
            all.add(mean);
        }
        return all;
    }
}
