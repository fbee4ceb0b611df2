package dev.brummer.insight.view;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that have come in and are not answered yet, so that an answer which does not say how long it took has a
 * duration. Requests belong together by their id; without one, by method and path, if only one is open. For one thread.
 */
final class OpenRequests {
    private static final int MOST = 10_000;
    /** Who hangs up early is never answered, and would be in the way of others for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LinkedHashSet<Open> inOrder = new LinkedHashSet<>();
    private final Map<Object, List<Open>> byKey = new HashMap<>();

    private record ById(InstanceId instance, int run, ServiceId service, String id) {}

    private record ByPath(InstanceId instance, int run, ServiceId service, String method, String path) {}

    /** One request; equal to itself alone. */
    private static final class Open {
        private final List<Object> keys;
        private final Instant since;
        private boolean certain = true;

        Open(List<Object> keys, Instant since) {
            this.keys = keys;
            this.since = since;
        }
    }

    void begin(Fact.RequestStarted started, FoundFact found) {
        List<Object> keys = new ArrayList<>();
        started.id().ifPresent(id -> keys.add(id(found, id)));
        keys.add(path(found, started.method(), started.path()));
        var open = new Open(keys, found.time());
        inOrder.add(open);
        keys.forEach(key -> byKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(open));
        if (inOrder.size() > MOST) {
            close(inOrder.getFirst());
        }
    }

    /**
     * Ends the request that was answered, and tells how long it was open; empty where it is not certain which it is.
     */
    Optional<Duration> end(Fact.RequestEnded ended, FoundFact found) {
        List<Open> meant = meant(ended, found);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Open open = meant.getFirst();
        boolean certain = meant.size() == 1 && open.certain;
        close(open);
        // Any of them may be the one that goes on.
        meant.forEach(each -> each.certain = false);
        Duration took = Duration.between(open.since, found.time());
        return certain && !took.isNegative() ? Optional.of(took) : Optional.empty();
    }

    private List<Open> meant(Fact.RequestEnded ended, FoundFact found) {
        ByPath path = path(found, ended.method(), ended.path());
        if (ended.id().isEmpty()) {
            return fresh(path, found.time());
        }
        List<Open> sameId = fresh(id(found, ended.id().get()), found.time());
        List<Open> both = sameId.stream().filter(open -> open.keys.contains(path)).toList();
        return both.isEmpty() ? sameId : both;
    }

    private List<Open> fresh(Object key, Instant now) {
        List<Open> all = List.copyOf(byKey.getOrDefault(key, List.of()));
        all.stream()
                .filter(open -> Duration.between(open.since, now).compareTo(LONGEST) > 0)
                .forEach(this::close);
        return List.copyOf(byKey.getOrDefault(key, List.of()));
    }

    private void close(Open open) {
        inOrder.remove(open);
        for (Object key : open.keys) {
            byKey.computeIfPresent(key, (_, all) -> {
                all.remove(open);
                return all.isEmpty() ? null : all;
            });
        }
    }

    private static ById id(FoundFact found, String id) {
        return new ById(found.instance(), found.run(), found.service(), id);
    }

    private static ByPath path(FoundFact found, String method, String path) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return new ByPath(found.instance(), found.run(), found.service(), method, plain);
    }
}
