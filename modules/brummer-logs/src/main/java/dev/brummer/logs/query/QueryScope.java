package dev.brummer.logs.query;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the names, times and ids of a query mean here and now. Safe for use by several threads. */
public interface QueryScope {
    /** From when on {@code since:5m} counts backwards. */
    Instant now();

    /** In which zone {@code until:14:05} is. */
    ZoneId zone();

    /** What {@code since:mark} means; empty where nobody has set a mark. */
    Optional<Instant> mark();

    /** What a name stands for. */
    Named service(String name);

    /**
     * The one service that a name stands for; empty where it is none, or could be several. Asked of each new name in
     * the prefix of a line, which may be millions: worth its own way where looking for what is near takes time.
     */
    default Optional<ServiceId> exactly(String name) {
        return service(name) instanceof Named.Service(var service) ? Optional.of(service) : Optional.empty();
    }

    /** Tells whose line it is by what stands before it. */
    default Sources sources() {
        return new Sources(this::exactly);
    }

    /** The services of a stage; empty where there is no such stage. */
    Optional<Set<ServiceId>> stage(String name);

    /** The stages there are, for suggestions. */
    List<String> stages();

    /** Whether a word is written as ids of requests are: then it stands for the request, not only for itself. */
    default boolean isRequest(String word) {
        return false;
    }

    /** What belongs to the same request as {@code id}. */
    Related related(String id);

    /**
     * What belongs to one request.
     *
     * @param ids its ids, as lines write them: a unit with one of them belongs to it
     * @param probable units with none of them that belong to it all the same, by their sequence numbers, each with an id
     *     that its lines hold
     */
    record Related(Set<String> ids, Map<Long, String> probable) {}

    /** Which services a name stands for. */
    sealed interface Named {
        record Service(ServiceId service) implements Named {}

        /** @param candidates the services it could be, two or more */
        record Ambiguous(List<ServiceId> candidates) implements Named {}

        /** @param near a name that may have been meant; empty where none is near */
        record Unknown(Optional<String> near) implements Named {}
    }
}
