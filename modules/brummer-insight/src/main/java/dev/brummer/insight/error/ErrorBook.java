package dev.brummer.insight.error;

import dev.brummer.insight.id.FoundId;
import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.id.IdNeighbours;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.scan.Excerpt;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts errors by fingerprint, and finds the causes among them: of the errors of one request the first is the cause,
 * the others are its consequences. Memory is bounded. For one thread.
 */
public final class ErrorBook {
    private static final int MOST_KINDS = 2_000;
    // Of later errors it is not known any more what caused them.
    private static final int MOST_OCCURRENCES = 100_000;
    private static final int MOST_ORPHANS = 500;

    private final IdFinder finder;
    private final NameBook names;
    private final IdNeighbours neighbours = new IdNeighbours();
    private final Map<Fingerprint, Kind> kinds = new LinkedHashMap<>();
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Map<Fingerprint, Tally> alone = new LinkedHashMap<>();
    private final Set<String> orphans = new LinkedHashSet<>();
    private long untold;

    /** @param names whose units they are */
    public ErrorBook(IdFinder finder, NameBook names) {
        this.finder = finder;
        this.names = names;
    }

    /** Takes a unit, and counts it if it is an error; units come in the order of their sequence numbers. */
    public void add(Unit unit) {
        if (unit.level() == Level.ERROR) {
            addError(unit);
        } else {
            addLinks(unit);
        }
    }

    /** Takes a unit only for the ids that stand together in it; it may be one that was counted. */
    public void addLinks(Unit unit) {
        neighbours.note(finder.find(unit));
    }

    private void addError(Unit unit) {
        ErrorSummary summary = ErrorSummary.of(unit);
        var fingerprint = new Fingerprint(summary.identity());
        Kind kind = kinds.get(fingerprint);
        if (kind == null && kinds.size() == MOST_KINDS) {
            untold++;
            return;
        }
        if (kind == null) {
            kind = new Kind(fingerprint, summary.title(), summary.place(), Excerpt.of(unit));
            kinds.put(fingerprint, kind);
        }
        List<FoundId> ids = finder.find(unit);
        neighbours.note(ids);
        add(new Occurrence(kind, names.owner(unit), unit.time(), ids));
    }

    private void add(Occurrence occurrence) {
        if (occurrence.ids().isEmpty() || occurrences.size() == MOST_OCCURRENCES) {
            Kind kind = occurrence.kind();
            alone.computeIfAbsent(kind.fingerprint(), first -> new Tally(kind)).add(occurrence);
            return;
        }
        occurrences.add(occurrence);
        if (occurrence.isOrphan() && orphans.size() < MOST_ORPHANS) {
            occurrence.ids().forEach(id -> orphans.add(id.value()));
        }
    }

    /**
     * Ids in errors that name no request. Units that hold one of them may tell which request it belongs to: they are
     * for {@link #addLinks}.
     */
    public Set<String> orphans() {
        return Set.copyOf(orphans);
    }

    /** What was found up to now. */
    public Set<Fingerprint> fingerprints() {
        return Set.copyOf(kinds.keySet());
    }

    /** How many errors are in no group, because there were too many kinds before them. */
    public long untold() {
        return untold;
    }

    /** All errors by their causes, the most frequent first. */
    public List<ErrorGroup> groups() {
        Kin kin = new Kin(neighbours);
        Causes causes = new Causes(alone.values());
        occurrences.forEach(occurrence -> causes.add(occurrence, kin.request(occurrence)));
        return causes.groups();
    }

    /**
     * The groups that are new.
     *
     * @param before what the start before had: its consequences of old errors are groups of their own
     */
    public List<ErrorGroup> groupsWithout(Set<Fingerprint> before) {
        List<ErrorGroup> unknown = new ArrayList<>();
        for (ErrorGroup group : groups()) {
            if (!before.contains(group.fingerprint())) {
                unknown.add(group);
            } else {
                group.consequences().stream()
                        .filter(consequence -> !before.contains(consequence.fingerprint()))
                        .forEach(unknown::add);
            }
        }
        unknown.sort(Tally.MOST_FIRST);
        return unknown;
    }
}
