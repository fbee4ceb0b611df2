package dev.brummer.spi.text;

import dev.brummer.spi.ServiceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Colours for the names of services, as numbers of the 256-colour palette: hues far apart, none of them red, which is
 * for errors. Each has a contrast of 3.4 or more against black and against white, so that all are readable on dark and
 * light backgrounds.
 */
public final class ServiceColours {
    private static final int[] COLOURS = {32, 28, 164, 130, 30, 98, 64, 162, 63, 100, 133, 29};

    private ServiceColours() {}

    /**
     * A colour for each service that depends on its name alone, unless an earlier service of the list has taken it:
     * then the next free one; where all are taken, colours come again.
     */
    public static Map<ServiceId, Integer> of(Collection<ServiceId> services) {
        Map<ServiceId, Integer> colours = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (ServiceId service : new LinkedHashSet<>(services)) {
            if (taken.size() == COLOURS.length) {
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
        while (taken.contains(COLOURS[index])) {
            index = (index + 1) % COLOURS.length;
        }
        return COLOURS[index];
    }

    /** The colour a service has where nobody else wants it. */
    public static int of(ServiceId service) {
        return COLOURS[preferred(service)];
    }

    private static int preferred(ServiceId service) {
        return Math.floorMod(service.name().hashCode() * 0x9E3779B9 >> 16, COLOURS.length);
    }

    /** All of them. */
    public static int[] all() {
        return COLOURS.clone();
    }
}
