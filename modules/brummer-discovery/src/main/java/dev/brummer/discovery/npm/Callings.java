package dev.brummer.discovery.npm;

import dev.brummer.spi.ServiceId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which services scripts call, and in which order. For one thread. */
final class Callings {
    private final Map<String, List<List<Member>>> phases = new LinkedHashMap<>();

    /** Says what a script calls: of a group all there is, of a program what it needs first. */
    void put(String script, List<List<Member>> called) {
        phases.put(script, called.stream().filter(phase -> !phase.isEmpty()).toList());
    }

    /** All the services that a script calls, in order. */
    List<ServiceId> services(String script) {
        return services(phases.getOrDefault(script, List.of()));
    }

    private List<ServiceId> services(List<List<Member>> called) {
        Set<ServiceId> services = new LinkedHashSet<>();
        collect(called, services, new HashSet<>());
        return List.copyOf(services);
    }

    private void collect(List<List<Member>> called, Set<ServiceId> into, Set<String> seen) {
        for (List<Member> phase : called) {
            phase.forEach(member -> collect(member, into, seen));
        }
    }

    private void collect(Member member, Set<ServiceId> into, Set<String> seen) {
        switch (member) {
            case Member.Service(var id) -> into.add(id);
            case Member.Group(var script) -> {
                if (seen.add(script)) {
                    collect(phases.getOrDefault(script, List.of()), into, seen);
                }
            }
            case Member.Nested(var inner) -> collect(inner, into, seen);
        }
    }

    /** The scripts that a script has called as groups, however far, and itself. */
    Set<String> groups(String script) {
        Set<String> seen = new LinkedHashSet<>();
        seen.add(script);
        collect(phases.getOrDefault(script, List.of()), new LinkedHashSet<>(), seen);
        return seen;
    }

    /** Tells of each service that a script calls which ones it calls right before, group by group. */
    void order(String script, BiConsumer<ServiceId, ServiceId> after) {
        order(phases.getOrDefault(script, List.of()), after);
    }

    private void order(List<List<Member>> called, BiConsumer<ServiceId, ServiceId> after) {
        List<ServiceId> before = List.of();
        for (List<Member> phase : called) {
            List<ServiceId> now = services(List.of(phase));
            for (ServiceId service : now) {
                before.forEach(earlier -> after.accept(service, earlier));
            }
            before = now.isEmpty() ? before : now;
            for (Member member : phase) {
                if (member instanceof Member.Nested(var inner)) {
                    order(inner, after);
                }
            }
        }
    }
}
