package dev.brummer.runtime.why;

import dev.brummer.api.Cause.FailedBefore;
import dev.brummer.api.Cause.Wrote;
import dev.brummer.api.InstanceView;
import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.request.Hop;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.logs.Hit;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the lines of services tell of their trouble. For one thread. */
final class Witnesses {
    private static final int MOST_LINES = 10;
    private static final int LAST_LINES = 5;
    private static final int LOOKED_AT = 20;
    /** A service that is well is not asked about what was long ago. */
    private static final String LATELY = "since:15m";

    private final Archive archive;
    private final Investigation investigation;
    private final Instant now;

    Witnesses(Archive archive, Investigation investigation, Instant now) {
        this.archive = archive;
        this.investigation = investigation;
        this.now = now;
    }

    /**
     * What the latest run of an instance wrote.
     *
     * @throws IOException if the journal cannot be read
     */
    Witness of(InstanceView instance, Present present) throws IOException {
        if (instance.run() == 0) {
            return Witness.NONE;
        }
        List<Unit> errors = newest(instance, instance.run(), "level:error");
        if (errors.isEmpty() && instance.isUp() && instance.run() > 1) {
            errors = newest(instance, instance.run() - 1, "level:error");
        }
        List<Unit> last = instance.isUp() ? List.of() : newest(instance, instance.run(), "");
        Optional<Unit> error = errors.isEmpty() ? Optional.empty() : Optional.of(errors.getLast());
        return new Witness(
                error.map(Witnesses::wrote).or(() -> lines(last)),
                error.isPresent() ? before(error.get(), instance.id().service()) : Optional.empty(),
                present.held(instance, texts(last)));
    }

    private List<Unit> newest(InstanceView instance, int run, String more) throws IOException {
        List<String> all = new ArrayList<>(List.of("service:" + instance.id().service().name(), "run:" + run));
        if (instance.isUp()) {
            all.add(LATELY);
        }
        if (!more.isEmpty()) {
            all.add(more);
        }
        try {
            BoundQuery query = Query.parse(all, Dialect.COMMAND_LINE).bind(investigation.scope(now, Optional.empty()));
            return archive.newest(query, LOOKED_AT, 0).stream()
                    .map(Hit::unit)
                    .filter(unit -> unit.instance().equals(instance.id()))
                    .toList();
        } catch (QueryException e) {
            // A service that no line and no file knows has written nothing.
            return List.of();
        }
    }

    private static Wrote wrote(Unit unit) {
        List<String> lines = UnitText.lines(unit, MOST_LINES);
        int more = Math.max(0, unit.size() - lines.size());
        return new Wrote(unit.instance().service(), unit.run(), unit.time(), true, lines, more);
    }

    /** Its last lines, where it wrote any. */
    private static Optional<Wrote> lines(List<Unit> last) {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Unit newest = last.getLast();
        List<String> lines = texts(last);
        List<String> shown = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return Optional.of(
                new Wrote(newest.instance().service(), newest.run(), newest.time(), false, shown, 0));
    }

    private static List<String> texts(List<Unit> units) {
        return units.stream().flatMap(unit -> UnitText.lines(unit, MOST_LINES).stream()).toList();
    }

    /** Who had failed before in the request that an error names. */
    private Optional<FailedBefore> before(Unit error, ServiceId service) throws IOException {
        Optional<String> request = investigation.finder().find(error).stream()
                .filter(FoundId::isRequest)
                .map(FoundId::value)
                .findFirst();
        if (request.isEmpty()) {
            return Optional.empty();
        }
        Optional<Hop> first = investigation.requests().trace(request.get()).failing();
        return first.filter(hop -> !hop.service().equals(service) && hop.unit().sequence() < error.sequence())
                .map(hop -> new FailedBefore(
                        service, request.get(), hop.service(), hop.unit().time(), UnitText.first(hop.unit())));
    }
}
