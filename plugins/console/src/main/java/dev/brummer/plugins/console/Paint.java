package dev.brummer.plugins.console;

import dev.brummer.spi.ServiceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Colours as numbers of the 256-colour palette. Each has a contrast of 3.4 or more against black and against white, so
 * that all are readable on dark and light backgrounds.
 */
final class Paint {
    /** No colour. */
    static final int PLAIN = -1;

    static final int GOOD = 28;
    static final int BUSY = 30;
    static final int WARNING = 130;
    static final int ERROR = 160;

    /** For the names of services: hues far apart, none of them red, which is for errors. */
    private static final int[] NAMES = {32, 28, 164, 130, 30, 98, 64, 162, 63, 100, 133, 29};

    private Paint() {}

    /**
     * A colour for each service that depends on its name alone, unless an earlier service of the list has taken it:
     * then the next free one; where all are taken, colours come again.
     */
    static Map<ServiceId, Integer> names(Collection<ServiceId> services) {
        Map<ServiceId, Integer> colours = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (ServiceId service : new LinkedHashSet<>(services)) {
            if (taken.size() == NAMES.length) {
                taken.clear();
            }
            int colour = free(service, taken);
            taken.add(colour);
            colours.put(service, colour);
        }
        return colours;
    }

    private static int free(ServiceId service, Set<Integer> taken) {
        int index = preferred(service);
        while (taken.contains(NAMES[index])) {
            index = (index + 1) % NAMES.length;
        }
        return NAMES[index];
    }

    /** The colour a service has where nobody else wants it. */
    static int name(ServiceId service) {
        return NAMES[preferred(service)];
    }

    private static int preferred(ServiceId service) {
        return Math.floorMod(service.name().hashCode() * 0x9E3779B9 >> 16, NAMES.length);
    }

    static int[] names() {
        return NAMES.clone();
    }
}
