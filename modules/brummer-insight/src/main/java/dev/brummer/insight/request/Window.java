package dev.brummer.insight.request;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.Optional;

/** Means everything of a time. */
record Window(Instant from, Instant until) implements BoundQuery {
    @Override
    public boolean matches(Unit unit) {
        return !unit.time().isBefore(from) && unit.time().isBefore(until);
    }

    @Override
    public boolean mayMatch(InstanceId instance, int run, StreamName stream) {
        return true;
    }

    @Override
    public Optional<Needle> needle() {
        return Optional.empty();
    }
}
