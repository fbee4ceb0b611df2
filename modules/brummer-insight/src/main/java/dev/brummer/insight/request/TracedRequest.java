package dev.brummer.insight.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request as it travelled.
 *
 * @param id as it was asked for
 * @param named whether a line names {@code id} as an id; else the hops hold it as a word, or are what those lead to
 * @param ids all ids that were followed, as lines write them, in the order in which they were found; {@code id} first
 * @param hops in the order of their sequence numbers; empty where nothing knows the id
 * @param spans by their start
 * @param calls of each service that tells how long its calls took and how long it took in all
 * @param undecided how many units may belong to it, or to another request that was in flight at the same time
 * @param untold how many further hops there are, because there are too many to keep
 */
public record TracedRequest(
        String id,
        boolean named,
        Set<String> ids,
        List<Hop> hops,
        List<Span> spans,
        List<Calls> calls,
        List<LeftOut> leftOut,
        int undecided,
        long untold) {
    public TracedRequest {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        hops = List.copyOf(hops);
        spans = List.copyOf(spans);
        calls = List.copyOf(calls);
        leftOut = List.copyOf(leftOut);
    }

    /** The first hop that tells of a failure; empty where none does. */
    public Optional<Hop> failing() {
        return hops.stream().filter(Hop::failing).findFirst();
    }

    /** When its first hop was written, or its first work began. Throws where there is no hop. */
    public Instant start() {
        Instant first = hops.getFirst().unit().time();
        return spans.stream().map(Span::start).reduce(first, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** From its start to its last hop. Throws where there is no hop. */
    public Duration duration() {
        return Duration.between(start(), hops.getLast().unit().time());
    }
}
