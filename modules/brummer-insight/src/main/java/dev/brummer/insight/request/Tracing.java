package dev.brummer.insight.request;

import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdNeighbours;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows one request from id to id. For one use by one thread. */
final class Tracing {
    private static final int MOST_ROUNDS = 5;
    private static final int MOST_IDS = 60;
    private static final int UNMISTAKABLE = 6;

    private final String id;
    private final Sightings sightings;
    private final Members members = new Members();
    private final Set<String> requests = new HashSet<>();
    private final Set<String> links = new HashSet<>();
    private final Set<String> decided = new HashSet<>();
    private final Set<String> values = new LinkedHashSet<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Sighting> shared = new ArrayList<>();
    private boolean named;

    Tracing(String id, Sightings sightings) {
        this.id = id;
        this.sightings = sightings;
        values.add(id);
    }

    void run() throws IOException {
        boolean goesOn = begin();
        for (int round = 0; goesOn && round < MOST_ROUNDS; round++) {
            goesOn = follow();
        }
    }

    Members members() {
        return members;
    }

    /** Whether a unit names the id as one; others only hold the word. */
    boolean named() {
        return named;
    }

    /** The keys of the request's own ids. */
    Set<String> requests() {
        return requests;
    }

    /** The keys of what the request is about. */
    Set<String> links() {
        return links;
    }

    /** Units that hold such a key beside no request, where other requests are about the same. */
    List<Sighting> shared() {
        return shared;
    }

    /** The ids that were followed, as they are written. */
    Set<String> values() {
        return values;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Finds the units that mention the id; returns whether there is something to follow from there. */
    private boolean begin() throws IOException {
        List<Sighting> mentions = sightings.mentioning(id);
        List<FoundId> own = mentions.stream()
                .flatMap(sighting -> sighting.ids().stream())
                .filter(found -> found.value().equalsIgnoreCase(id))
                .toList();
        Set<String> keys = own.stream().map(FoundId::key).collect(Collectors.toSet());
        named = !keys.isEmpty();
        boolean certain = !named || (id.length() >= UNMISTAKABLE && own.stream().anyMatch(FoundId::isRequest));
        // Where some units take a number for an id, the others mention it by chance.
        mentions.stream()
                .filter(sighting -> certain || sighting.namesAny(keys))
                .forEach(sighting -> members.add(sighting, false));
        if (!named) {
            requests.add(id.toLowerCase(Locale.ROOT));
            return !isCommon(mentions);
        }
        own.forEach(this::decide);
        return !requests.isEmpty() || !links.isEmpty();
    }

    /** Whether a word stands beside so many requests that it is the id of none. */
    private static boolean isCommon(List<Sighting> mentions) {
        long beside = mentions.stream()
                .flatMap(sighting -> sighting.ids().stream())
                .filter(FoundId::isRequest)
                .map(FoundId::key)
                .distinct()
                .count();
        return beside > IdNeighbours.MOST_ALIASES;
    }

    /** Decides about the ids beside the request, and adds the units with them; returns whether there were any. */
    private boolean follow() throws IOException {
        List<FoundId> next = members.ids().values().stream()
                .filter(found -> !decided.contains(found.key()))
                .limit(MOST_IDS - decided.size())
                .toList();
        List<Sighting> seen = sightings.with(next);
        next.stream().filter(FoundId::isRequest).forEach(this::decide);
        next.stream().filter(found -> !found.isRequest()).forEach(this::decide);
        seen.forEach(this::addIfItBelongs);
        return !next.isEmpty();
    }

    private void decide(FoundId found) {
        if (!decided.add(found.key())) {
            return;
        }
        int others = others(found.key()).size();
        if (others > (found.isRequest() ? IdNeighbours.MOST_ALIASES : IdNeighbours.MOST_SHARERS)) {
            leftOut.add(new LeftOut(found.kind(), found.value(), others));
        } else {
            (found.isRequest() ? requests : links).add(found.key());
            if (values.stream().noneMatch(found.value()::equalsIgnoreCase)) {
                values.add(found.value());
            }
        }
    }

    /** The requests beside an id that are not known to be this one. */
    private Collection<String> others(String key) {
        return sightings.neighbours().requests(key).stream()
                .filter(other -> !requests.contains(other))
                .toList();
    }

    private void addIfItBelongs(Sighting sighting) {
        if (sighting.namesAny(requests)) {
            members.add(sighting, false);
        } else if (!sighting.namesRequest()) {
            List<String> known = sighting.ids().stream().map(FoundId::key).filter(links::contains).toList();
            if (known.stream().anyMatch(link -> others(link).isEmpty())) {
                members.add(sighting, false);
            } else if (!known.isEmpty()) {
                shared.add(sighting);
            }
        }
    }
}
