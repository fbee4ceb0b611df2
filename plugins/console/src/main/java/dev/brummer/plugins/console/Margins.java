package dev.brummer.plugins.console;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.text.ServiceColours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The margins of all instances: a column wide enough for the longest name, or what a narrow terminal has room for. */
final class Margins {
    private static final String OWN = "brum";
    private static final int LEAST = 4;

    private final Map<ServiceId, Integer> colours;
    private final Map<InstanceId, Margin> margins = new HashMap<>();
    private final boolean colour;
    private final boolean prefix;
    private final int longest;
    private int width = -1;
    private Margin own;

    Margins(List<SinkContext.Shown> shown, boolean colour, boolean prefix) {
        this.colours = ServiceColours.of(
                shown.stream().map(each -> each.instance().service()).toList());
        this.colour = colour;
        this.prefix = prefix;
        this.longest = shown.stream()
                .mapToInt(each -> each.instance().label().length())
                .reduce(OWN.length(), Math::max);
        this.own = margin(OWN, Paint.PLAIN);
    }

    /** Says how many columns there are: names take at most a third of them. */
    void fit(int columns) {
        int fitting = Math.min(longest, Math.max(LEAST, columns / 3));
        if (fitting != width) {
            width = fitting;
            margins.clear();
            own = margin(OWN, colour ? Paint.BUSY : Paint.PLAIN);
        }
    }

    Margin of(InstanceId instance) {
        Margin known = margins.get(instance);
        if (known == null) {
            known = margin(instance.label(), colourOf(instance.service()));
            margins.put(instance, known);
        }
        return known;
    }

    /** What stands before Brummer's own lines. */
    Margin own() {
        return own;
    }

    private int colourOf(ServiceId service) {
        if (!colour) {
            return Paint.PLAIN;
        }
        Integer assigned = colours.get(service);
        return assigned != null ? assigned : ServiceColours.of(service);
    }

    private Margin margin(String name, int paint) {
        return prefix ? Margin.column(name, Math.max(width, LEAST), paint) : Margin.none(name, paint);
    }
}
