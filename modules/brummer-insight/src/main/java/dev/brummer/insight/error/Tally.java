package dev.brummer.insight.error;

import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts one kind of error. For one thread. */
final class Tally {
    static final Comparator<ErrorGroup> MOST_FIRST = Comparator.comparingLong(Tally::total)
            .reversed()
            .thenComparing(ErrorGroup::first)
            .thenComparing(group -> group.fingerprint().text());

    private final Kind kind;
    private final SortedSet<ServiceId> services = new TreeSet<>();
    private String request = "";
    private long count;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    Tally(Kind kind) {
        this.kind = kind;
    }

    Tally copy() {
        Tally copy = new Tally(kind);
        copy.services.addAll(services);
        copy.request = request;
        copy.count = count;
        copy.first = first;
        copy.last = last;
        return copy;
    }

    Fingerprint fingerprint() {
        return kind.fingerprint();
    }

    private static long total(ErrorGroup group) {
        return group.count() + group.consequences().stream().mapToLong(ErrorGroup::count).sum();
    }

    void add(Occurrence occurrence) {
        Instant time = occurrence.time();
        count++;
        services.add(occurrence.service());
        request = occurrence.request().orElse(request);
        first = time.isBefore(first) ? time : first;
        last = time.isAfter(last) ? time : last;
    }

    ErrorGroup group(List<ErrorGroup> consequences) {
        return new ErrorGroup(
                kind.fingerprint(),
                kind.title(),
                kind.place(),
                count,
                first,
                last,
                services,
                request,
                kind.example(),
                consequences);
    }
}
