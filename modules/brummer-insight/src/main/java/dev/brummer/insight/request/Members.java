package dev.brummer.insight.request;

import dev.brummer.insight.id.FoundId;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The units that belong to a request. For one thread. */
final class Members {
    private static final int MOST = 5_000;

    private final TreeMap<Long, Member> bySequence = new TreeMap<>();
    private long untold;

    /** @param probable whether it names nothing that leads to the request */
    record Member(Sighting sighting, boolean probable) {}

    /** Adds a unit, unless it is there already. */
    void add(Sighting sighting, boolean probable) {
        if (bySequence.containsKey(sighting.sequence())) {
            return;
        }
        if (bySequence.size() < MOST) {
            bySequence.put(sighting.sequence(), new Member(sighting, probable));
        } else {
            untold++;
        }
    }

    boolean has(long sequence) {
        return bySequence.containsKey(sequence);
    }

    /** By their sequence numbers. */
    Collection<Member> inOrder() {
        return bySequence.values();
    }

    /** The ids in all of them, by their keys. */
    Map<String, FoundId> ids() {
        Map<String, FoundId> ids = new LinkedHashMap<>();
        inOrder().forEach(member -> member.sighting().ids().forEach(id -> ids.putIfAbsent(id.key(), id)));
        return ids;
    }

    /** Who has written them. */
    Set<ServiceId> services() {
        return inOrder().stream()
                .map(member -> member.sighting().unit().instance().service())
                .collect(Collectors.toSet());
    }

    /** Those that name the request itself. */
    List<Sighting> naming(Collection<String> requests) {
        List<Sighting> naming = new ArrayList<>();
        for (Member member : inOrder()) {
            if (member.sighting().ids().stream().anyMatch(id -> requests.contains(id.key()))) {
                naming.add(member.sighting());
            }
        }
        return naming;
    }

    /** An id of each that is probable and names none of the links, by sequence numbers. */
    Map<Long, String> beside(Set<String> links) {
        Map<Long, String> beside = new LinkedHashMap<>();
        for (Member member : inOrder()) {
            Sighting sighting = member.sighting();
            if (member.probable() && !sighting.namesAny(links)) {
                beside.put(sighting.sequence(), sighting.ids().getFirst().value());
            }
        }
        return beside;
    }

    /** How many more there are than are kept. */
    long untold() {
        return untold;
    }
}
