package dev.brummer.insight.id;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which requests ids were seen beside, in the same unit. For one thread. */
public final class IdNeighbours {
    // Whoever has that many is of no use; how many more does not matter.
    private static final int MOST = 1000;

    private final Map<String, Set<String>> requests = new HashMap<>();

    /** Notes the ids of one unit. */
    public void note(List<FoundId> ids) {
        for (FoundId request : ids) {
            if (request.isRequest()) {
                ids.forEach(id -> note(id.key(), request.key()));
            }
        }
    }

    private void note(String id, String request) {
        Set<String> known = requests.computeIfAbsent(id, key -> new HashSet<>(2));
        if (known.size() < MOST && !id.equals(request)) {
            known.add(request);
        }
    }

    /** The keys of the requests beside that id, other than itself; at most a thousand. */
    public Set<String> requests(String key) {
        return requests.getOrDefault(key, Set.of());
    }
}
