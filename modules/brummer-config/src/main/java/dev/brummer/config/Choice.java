package dev.brummer.config;

import dev.brummer.spi.ServiceId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a project may be started. Immutable.
 *
 * @param groups names on the command line that stand for several services
 * @param unasked the services that are meant where none is named; empty for all there are
 * @param leftOut services that cannot run here and are left out of what starts, each with the reason: a sentence
 * @param isFound whether it is one of what was found, where no file says what is meant
 */
public record Choice(
        Map<String, List<ServiceId>> groups,
        Optional<Set<ServiceId>> unasked,
        Map<ServiceId, String> leftOut,
        boolean isFound) {
    /** Everything that a file declares. */
    public static final Choice ALL = new Choice(Map.of(), Optional.empty(), Map.of(), false);

    public Choice {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        unasked = unasked.map(services -> Collections.unmodifiableSet(new LinkedHashSet<>(services)));
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    /** One of what was found: these services where none is named. */
    public static Choice found(
            Map<String, List<ServiceId>> groups, Set<ServiceId> unasked, Map<ServiceId, String> leftOut) {
        return new Choice(groups, Optional.of(unasked), leftOut, true);
    }

    /** The same of services that there are. */
    Choice within(Set<ServiceId> services) {
        Map<String, List<ServiceId>> left = new LinkedHashMap<>();
        groups.forEach((name, members) ->
                left.put(name, members.stream().filter(services::contains).toList()));
        return new Choice(left, unasked.map(ids -> {
            Set<ServiceId> known = new LinkedHashSet<>(ids);
            known.retainAll(services);
            return known;
        }), leftOut, isFound);
    }
}
