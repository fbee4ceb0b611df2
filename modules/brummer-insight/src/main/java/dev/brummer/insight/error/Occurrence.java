package dev.brummer.insight.error;

import dev.brummer.insight.id.FoundId;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An error at one time.
 *
 * @param ids what it is about
 */
record Occurrence(Kind kind, ServiceId service, Instant time, List<FoundId> ids) {
    /** The keys of the requests it names. */
    List<String> requests() {
        return ids.stream().filter(FoundId::isRequest).map(FoundId::key).distinct().toList();
    }

    /** The id of a request that it names, as it is written. */
    Optional<String> request() {
        return ids.stream().filter(FoundId::isRequest).map(FoundId::value).findFirst();
    }

    /** Whether it names no request, but something that requests are about. */
    boolean isOrphan() {
        return !ids.isEmpty() && ids.stream().noneMatch(FoundId::isRequest);
    }
}
