package dev.brummer.insight.id;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which requests ids were seen beside, in the same unit. For one thread. */
public final class IdNeighbours {
    /**
     * A trace's id stands beside the id of each of its hops; one beside more requests than that is the id of a batch.
     */
    public static final int MOST_ALIASES = 20;

    /** An order is made, paid and asked for; what more requests than that are about is a user or a product. */
    public static final int MOST_SHARERS = 4;

    // Whoever has that many is of no use; how many more does not matter.
    private static final int MOST = 1000;

    private final Map<String, Set<String>> requests = new HashMap<>();
    private final Set<String> keys = new HashSet<>();

    /** Notes the ids of one unit. */
    public void note(List<FoundId> ids) {
        for (FoundId request : ids) {
            if (request.isRequest()) {
                keys.add(request.key());
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

    /** Which requests are one, for their ids stand together; those of batches are left out. */
    public Aliases aliases() {
        var aliases = new Aliases();
        for (String key : keys) {
            for (String other : requests(key)) {
                if (isNarrow(key) && isNarrow(other)) {
                    aliases.join(List.of(key, other));
                }
            }
        }
        return aliases;
    }

    private boolean isNarrow(String request) {
        return requests(request).size() <= MOST_ALIASES;
    }
}
