package dev.brummer.runtime.why;

import dev.brummer.insight.view.Breakers.Breaker;
import dev.brummer.insight.view.BreakersView;
import dev.brummer.logs.JournalCursor;
import dev.brummer.logs.JournalReader;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a start's journal tells of all services without a look at their lines. For one thread. */
final class Past {
    private static final int READ_AT_ONCE = 512 << 10;
    private static final int KEPT = 50;

    /** Somebody stopped that service and nothing else. */
    private static final Pattern SINGLE = Pattern.compile("^(?:brum |/)(?:stop|kill)");

    private final Map<ServiceId, Deque<StateChange>> changes = new LinkedHashMap<>();
    private String stopped = "";
    private final BreakersView breakers = new BreakersView();

    private Past() {}

    /** @throws IOException if it cannot be read */
    static Past of(JournalReader journal) throws IOException {
        Past past = new Past();
        JournalCursor cursor = journal.events(1);
        List<JournalEntry> entries = cursor.next(READ_AT_ONCE);
        while (!entries.isEmpty()) {
            entries.forEach(past::take);
            entries = cursor.next(READ_AT_ONCE);
        }
        return past;
    }

    private void take(JournalEntry entry) {
        if (entry instanceof FactBatch facts) {
            facts.facts().forEach(breakers::accept);
        } else if (entry instanceof StateChange change) {
            Deque<StateChange> of = changes.computeIfAbsent(change.instance().service(), _ -> new ArrayDeque<>());
            of.add(change);
            if (of.size() > KEPT) {
                of.removeFirst();
            }
            stopped = change.to() == ServiceState.STOPPED ? change.reason() : stopped;
        }
    }

    /** The latest changes of a service, oldest first. */
    List<StateChange> changes(ServiceId service) {
        return List.copyOf(changes.getOrDefault(service, new ArrayDeque<>()));
    }

    /**
     * The last change of each copy of a service, before everything was stopped: that the end of a start stopped it explains
     * nothing.
     */
    List<StateChange> last(ServiceId service) {
        Map<InstanceId, List<StateChange>> byCopy = new LinkedHashMap<>();
        changes(service).forEach(change ->
                byCopy.computeIfAbsent(change.instance(), _ -> new ArrayList<>()).add(change));
        return byCopy.values().stream().map(this::last).toList();
    }

    private StateChange last(List<StateChange> changes) {
        StateChange latest = changes.getLast();
        if (latest.to() != ServiceState.STOPPED || !latest.reason().equals(stopped) || SINGLE.matcher(stopped).find()) {
            return latest;
        }
        return changes.stream()
                .filter(change -> change.to() != ServiceState.STOPPED && change.to() != ServiceState.STOPPING)
                .reduce((_, last) -> last)
                .orElse(latest);
    }

    /** The breakers in a service that are not closed. */
    List<Breaker> breakers(ServiceId service, Instant now) {
        return breakers.report(now).breakers().stream()
                .filter(breaker -> breaker.emitter().service().equals(service))
                .filter(breaker -> breaker.state() != BreakerState.CLOSED)
                .toList();
    }
}
