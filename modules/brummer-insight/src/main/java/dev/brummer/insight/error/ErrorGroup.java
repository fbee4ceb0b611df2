package dev.brummer.insight.error;

import dev.brummer.logs.query.Unit;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The same error, each time it occurred for itself or as the first of a request; or, within another group, each time
 * that one was its cause. Every error is counted in one place.
 *
 * @param title what it says, in a line
 * @param place where in the code, such as {@code src/pay.js:12}; empty where it does not say
 * @param count how often, at least once
 * @param services who wrote it
 * @param request the id of a request that it occurred in, the latest known; empty where none is known
 * @param example the first time, as it was written
 * @param consequences what came of it in the same requests, most frequent first
 */
public record ErrorGroup(
        Fingerprint fingerprint,
        String title,
        String place,
        long count,
        Instant first,
        Instant last,
        SortedSet<ServiceId> services,
        String request,
        Unit example,
        List<ErrorGroup> consequences) {
    public ErrorGroup {
        services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
        consequences = List.copyOf(consequences);
    }
}
