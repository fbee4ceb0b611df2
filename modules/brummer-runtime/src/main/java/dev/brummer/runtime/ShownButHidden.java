package dev.brummer.runtime;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What one query means and another does not. */
record ShownButHidden(BoundQuery shown, BoundQuery hidden) implements BoundQuery {
    @Override
    public boolean matches(Unit unit) {
        return shown.matches(unit) && !hidden.matches(unit);
    }

    @Override
    public boolean mayMatch(InstanceId instance, int run, StreamName stream) {
        return shown.mayMatch(instance, run, stream);
    }

    @Override
    public List<String> remarks() {
        return Stream.of(shown, hidden).flatMap(query -> query.remarks().stream()).distinct().toList();
    }

    @Override
    public Set<Long> probable() {
        return shown.probable();
    }

    @Override
    public Instant from() {
        return shown.from();
    }

    @Override
    public Instant until() {
        return shown.until();
    }

    @Override
    public Optional<Needle> needle() {
        return shown.needle();
    }
}
