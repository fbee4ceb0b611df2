package dev.brummer.insight.view;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is registered for others to find, against the services that are declared here.
 *
 * @param registrations by registry and name
 * @param missing the declared services that were never registered; none where nothing was
 * @param discoveries who has found whom
 * @param others how many facts were about names of which there are too many to keep
 */
public record Discovery(
        Instant at,
        List<Registration> registrations,
        List<ServiceId> missing,
        List<Found> discoveries,
        long others)
        implements Report<Discovery> {
    public Discovery {
        registrations = List.copyOf(registrations);
        missing = List.copyOf(missing);
        discoveries = List.copyOf(discoveries);
    }

    /**
     * A name in a registry.
     *
     * @param name the declared service's name where that is known, else as it was registered
     * @param declared whether there is such a service here
     * @param address the latest that a line told
     * @param times how often it was registered
     * @param first when it was registered first; empty where only its end was seen
     * @param last when it was registered last; empty where only its end was seen
     * @param deregistered when its registration was taken back; empty where it holds
     */
    public record Registration(
            String registry,
            String name,
            boolean declared,
            Optional<String> address,
            long times,
            Optional<Instant> first,
            Optional<Instant> last,
            Optional<Instant> deregistered) {}

    /**
     * Who has found a name, and when last.
     *
     * @param declared whether there is such a service here
     */
    public record Found(ServiceId by, String name, boolean declared, long times, Instant last) {}

    @Override
    public boolean isEmpty() {
        return registrations.isEmpty() && missing.isEmpty() && discoveries.isEmpty();
    }

    @Override
    public Discovery about(Set<String> services) {
        return new Discovery(
                at,
                registrations.stream().filter(each -> services.contains(each.name())).toList(),
                missing.stream().filter(each -> services.contains(each.name())).toList(),
                discoveries.stream()
                        .filter(each -> services.contains(each.name()) || services.contains(each.by().name()))
                        .toList(),
                others);
    }
}
