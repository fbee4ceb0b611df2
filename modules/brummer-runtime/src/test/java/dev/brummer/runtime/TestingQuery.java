package dev.brummer.runtime;

import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.Optional;

/** Means the units whose first line has a word. */
record TestingQuery(String word) implements BoundQuery {
    @Override
    public boolean matches(Unit unit) {
        return unit.pieces().getFirst().text(0).contains(word);
    }

    @Override
    public boolean mayMatch(InstanceId instance, int run, StreamName stream) {
        return true;
    }

    @Override
    public Instant from() {
        return Instant.MIN;
    }

    @Override
    public Instant until() {
        return Instant.MAX;
    }

    @Override
    public Optional<Needle> needle() {
        return Optional.empty();
    }
}
