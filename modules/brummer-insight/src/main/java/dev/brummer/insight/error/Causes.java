package dev.brummer.insight.error;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts errors by what caused them: the first error of their request. For one thread. */
final class Causes {
    private final Map<String, Fingerprint> firsts = new HashMap<>();
    private final Map<Fingerprint, Tally> causes = new LinkedHashMap<>();
    private final Map<Fingerprint, Map<Fingerprint, Tally>> consequences = new LinkedHashMap<>();

    /** @param alone errors that belong to no request */
    Causes(Collection<Tally> alone) {
        alone.forEach(tally -> causes.put(tally.fingerprint(), tally.copy()));
    }

    /** @param request whose error it is; the first of a request is told first */
    void add(Occurrence occurrence, Optional<String> request) {
        Fingerprint own = occurrence.kind().fingerprint();
        Fingerprint cause = request.map(id -> firsts.computeIfAbsent(id, first -> own)).orElse(own);
        Map<Fingerprint, Tally> place = causes;
        if (!cause.equals(own)) {
            place = consequences.computeIfAbsent(cause, first -> new LinkedHashMap<>());
        }
        place.computeIfAbsent(own, first -> new Tally(occurrence.kind())).add(occurrence);
    }

    List<ErrorGroup> groups() {
        return causes.values().stream()
                .map(tally -> tally.group(consequencesOf(tally.fingerprint())))
                .sorted(Tally.MOST_FIRST)
                .toList();
    }

    private List<ErrorGroup> consequencesOf(Fingerprint cause) {
        return consequences.getOrDefault(cause, Map.of()).values().stream()
                .map(tally -> tally.group(List.of()))
                .sorted(Tally.MOST_FIRST)
                .toList();
    }
}
