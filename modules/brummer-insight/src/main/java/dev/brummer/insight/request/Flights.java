package dev.brummer.insight.request;

import dev.brummer.insight.id.Aliases;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When which requests were in flight: from the first unit that names one to the last, by sequence numbers, for many
 * units have the same time. For one thread.
 */
final class Flights {
    private final Aliases aliases;
    private final Map<String, Flight> byRequest = new HashMap<>();

    /** From the unit of one sequence number to that of another. */
    record Flight(long first, long last) {
        Flight with(Flight other) {
            return new Flight(Math.min(first, other.first), Math.max(last, other.last));
        }

        boolean covers(long sequence) {
            return first <= sequence && sequence <= last;
        }
    }

    /**
     * @param byKey when which ids of requests were seen
     * @param aliases which of them are ids of one request
     */
    Flights(Map<String, Flight> byKey, Aliases aliases) {
        this.aliases = aliases;
        byKey.forEach((key, flight) -> byRequest.merge(aliases.root(key), flight, Flight::with));
    }

    /** One key for a request, whichever of its ids is asked for. */
    String request(String key) {
        return aliases.root(key);
    }

    /** The requests that were in flight at a unit; the set is the caller's. */
    Set<String> at(long sequence) {
        return byRequest.entrySet().stream()
                .filter(entry -> entry.getValue().covers(sequence))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether a request was the last of these to end before a unit. */
    boolean wasLast(String request, Collection<String> requests, long sequence) {
        long end = end(request, sequence);
        return end >= 0 && requests.stream().allMatch(other -> end(other, sequence) <= end);
    }

    /** Whether a request was the last of all to end before a unit. */
    boolean wasLast(String request, long sequence) {
        return wasLast(request, byRequest.keySet(), sequence);
    }

    private long end(String request, long before) {
        Flight flight = byRequest.get(request);
        return flight == null || flight.first > before ? -1 : flight.last;
    }
}
