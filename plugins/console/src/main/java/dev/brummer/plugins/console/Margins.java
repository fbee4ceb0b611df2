package dev.brummer.plugins.console;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.SinkContext;
import dev.brummer.spi.text.NameColumn;
import dev.brummer.spi.text.ServiceColours;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The margins of all instances: a column wide enough for the longest name, or what a narrow terminal has room for. */
final class Margins {
    private static final String OWN = "brum";

    // In the order in which they came: whoever comes later takes nobody's colour.
    private final Set<ServiceId> services = new LinkedHashSet<>();
    private Map<ServiceId, Integer> colours = Map.of();
    private final Map<InstanceId, Margin> margins = new HashMap<>();
    private final boolean colour;
    private final boolean prefix;
    private int longest;
    private int width = -1;
    private Margin own;

    Margins(List<SinkContext.Shown> shown, boolean colour, boolean prefix) {
        this.colour = colour;
        this.prefix = prefix;
        this.own = margin(OWN, Paint.PLAIN);
        show(shown);
    }

    /** Says whom there is to show from now on. */
    void show(List<SinkContext.Shown> shown) {
        shown.forEach(each -> services.add(each.instance().service()));
        colours = ServiceColours.of(services);
        longest = shown.stream()
                .mapToInt(each -> each.instance().label().length())
                .reduce(OWN.length(), Math::max);
        margins.clear();
    }

    /** Says how many columns there are. */
    void fit(int columns) {
        int fitting = NameColumn.width(longest, columns);
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
        return prefix ? Margin.column(name, Math.max(width, OWN.length()), paint) : Margin.none(name, paint);
    }
}
