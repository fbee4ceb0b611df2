package dev.brummer.logs.query;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A query that means more, or less, than everything. */
record Bound(
        Meaning meaning,
        Instant from,
        Instant until,
        Optional<Needle> needle,
        List<String> remarks,
        Set<Long> probable)
        implements BoundQuery {
    static Bound of(Meaning meaning, Collection<String> remarks, Set<Long> probable) {
        return new Bound(
                meaning,
                meaning.from(),
                meaning.until(),
                meaning.reach(null).needle(),
                List.copyOf(remarks),
                Set.copyOf(probable));
    }

    @Override
    public boolean matches(Unit unit) {
        return meaning.matches(unit);
    }

    @Override
    public boolean mayMatch(InstanceId instance, int run, StreamName stream) {
        return !(meaning.reach(new Origin(instance, run, stream)) instanceof Reach.Nowhere);
    }

    @Override
    public Optional<LineTest> lineTest() {
        return meaning.lineTest();
    }

    @Override
    public Optional<Needle> needle(InstanceId instance, int run, StreamName stream) {
        return meaning.reach(new Origin(instance, run, stream)).needle();
    }
}
