package dev.brummer.insight.request;

import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.id.IdNeighbours;
import dev.brummer.insight.scan.Excerpt;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.insight.search.Literals;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Goes through units for ids, and remembers of all of them which stand beside which, and when. For one thread. */
final class Sightings {
    // More than anybody reads; what only that many mention is shared by too many anyway.
    private static final int MOST = 10_000;

    private final UnitSource source;
    private final Literals literals;
    private final IdFinder finder;
    private final IdNeighbours neighbours = new IdNeighbours();
    private final Map<String, Flights.Flight> flights = new HashMap<>();

    Sightings(UnitSource source, Literals literals, IdFinder finder) {
        this.source = source;
        this.literals = literals;
        this.finder = finder;
    }

    /** Which requests stand beside which ids, in all units that were gone through. */
    IdNeighbours neighbours() {
        return neighbours;
    }

    /** When which requests were in flight, by all units that were gone through. */
    Flights flights() {
        return new Flights(flights, neighbours.aliases());
    }

    /** The units in which {@code id} is a word, whether or not it is taken for an id there. */
    List<Sighting> mentioning(String id) throws IOException {
        return collect(literals.anyOf(Set.of(id)), sighting -> hasWord(sighting.unit(), id));
    }

    /** The units with one of these ids. */
    List<Sighting> with(Collection<FoundId> ids) throws IOException {
        Set<String> values = ids.stream().map(FoundId::value).collect(Collectors.toSet());
        Set<String> keys = ids.stream().map(FoundId::key).collect(Collectors.toSet());
        return values.isEmpty() ? List.of() : collect(literals.anyOf(values), sighting -> sighting.namesAny(keys));
    }

    /** The units of that time that are as they should be, of those that hold an id. */
    List<Sighting> between(Instant from, Instant until, Predicate<Sighting> such) throws IOException {
        return collect(new Window(from, until), sighting -> !sighting.ids().isEmpty() && such.test(sighting));
    }

    private List<Sighting> collect(BoundQuery query, Predicate<Sighting> such) throws IOException {
        List<Sighting> found = new ArrayList<>();
        source.forEach(query, unit -> {
            var sighting = new Sighting(unit, finder.find(unit));
            note(sighting);
            if (such.test(sighting) && found.size() < MOST) {
                found.add(new Sighting(Excerpt.of(unit), sighting.ids()));
            }
        });
        return found;
    }

    private void note(Sighting sighting) {
        neighbours.note(sighting.ids());
        var here = new Flights.Flight(sighting.sequence(), sighting.sequence());
        for (FoundId id : sighting.ids()) {
            if (id.isRequest()) {
                flights.merge(id.key(), here, Flights.Flight::with);
            }
        }
    }

    private static boolean hasWord(Unit unit, String word) {
        return UnitText.lines(unit, Integer.MAX_VALUE).stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .anyMatch(line -> hasWord(line, word.toLowerCase(Locale.ROOT)));
    }

    private static boolean hasWord(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
            if (begins && (end == line.length() || !Character.isLetterOrDigit(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
