package dev.brummer.insight.request;

import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.insight.search.Literals;
import dev.brummer.insight.search.UnitSource;
import dev.brummer.logs.query.QueryScope.Related;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds everything that belongs to a request: the units that name it; those that name what it is about, as long as not
 * too many other requests are about the same; and, as probable, those with an id that nothing links, where no other
 * request was in flight. Safe for use by several threads if its source is.
 */
public final class RequestTrace {
    // Whoever filters waits for it before each line: what has gone on for longer is left to a trace.
    private static final Duration LOOKED_AROUND = Duration.ofMinutes(1);

    private final UnitSource source;
    private final Literals literals;
    private final IdFinder finder;
    private final NameBook names;

    /** @param names whom lines mean that say who was called, or whose they are */
    public RequestTrace(UnitSource source, Literals literals, IdFinder finder, NameBook names) {
        this.source = source;
        this.literals = literals;
        this.finder = finder;
        this.names = names;
    }

    /**
     * The request with that id, which may also be the id of what it is about.
     *
     * @throws IOException if the units cannot be read
     */
    public TracedRequest trace(String id) throws IOException {
        var sightings = new Sightings(source, literals, finder);
        var tracing = new Tracing(id, sightings);
        tracing.run();
        var surroundings = new Surroundings(tracing, sightings);
        surroundings.run();
        List<Hop> hops = hops(tracing.members());
        var spans = new Spans(names, hops);
        return new TracedRequest(
                id,
                tracing.named(),
                tracing.values(),
                hops,
                spans.inOrder(),
                spans.calls(),
                tracing.leftOut(),
                surroundings.undecided(),
                tracing.members().untold());
    }

    /**
     * What to look for to find the same units: the ids of the request, {@code id} first, and, if it took no longer than a
     * minute, the units that belong to it and hold none of these.
     *
     * @throws IOException if the units cannot be read
     */
    public Related related(String id) throws IOException {
        var sightings = new Sightings(source, literals, finder);
        var tracing = new Tracing(id, sightings);
        tracing.run();
        new Surroundings(tracing, sightings).runWithin(LOOKED_AROUND);
        return new Related(tracing.values(), tracing.members().beside(tracing.links()));
    }

    private List<Hop> hops(Members members) {
        List<Hop> hops = new ArrayList<>();
        boolean failed = false;
        for (Members.Member member : members.inOrder()) {
            Unit unit = member.sighting().unit();
            Work work = WorkFinder.of(UnitText.first(unit));
            boolean failing = !failed && (unit.level() == Level.ERROR || work.failed());
            Duration gap = hops.isEmpty() ? Duration.ZERO : Duration.between(hops.getLast().unit().time(), unit.time());
            hops.add(new Hop(unit, names.owner(unit), gap, member.probable(), failing, work));
            failed = failed || failing;
        }
        return hops;
    }
}
