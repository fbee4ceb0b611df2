package dev.brummer.runtime;

import dev.brummer.core.supervision.Event;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events that could not be decided because of a fault of Brummer's own. None is dropped: an end that was not heard of is
 * waited for for ever. What came later of the same instance stands behind, for it would mean something else without it.
 * Used by the loop's thread.
 */
final class Undecided {
    private final Map<InstanceId, List<Event>> held = new HashMap<>();
    private final Map<InstanceId, Integer> failures = new HashMap<>();

    /** Whose event it is; empty for what concerns many. */
    static Optional<InstanceId> whose(Event event) {
        return switch (event) {
            case Event.StartAsked _, Event.StopAsked _, Event.KillAsked _, Event.RestartTogetherAsked _,
                    Event.ReconfigureAsked _, Event.EndAsked _ ->
                Optional.empty();
            case Event.RestartAsked(var instance, _, _) -> Optional.of(instance);
            case Event.Spawned(var instance, _) -> Optional.of(instance);
            case Event.SpawnFailed(var instance, _, _) -> Optional.of(instance);
            case Event.Exited(var instance, _, _, _) -> Optional.of(instance);
            case Event.TreeGone(var instance, _) -> Optional.of(instance);
            case Event.StopCommandEnded(var instance, _, _) -> Optional.of(instance);
            case Event.Answered(var instance, _, _, _, _) -> Optional.of(instance);
            case Event.TimerFired(var timer) -> Optional.of(timer.instance());
        };
    }

    /** Takes an event in if an earlier one of its instance is here. */
    boolean holdsBack(Event event) {
        Optional<List<Event>> before = held.isEmpty() ? Optional.empty() : whose(event).map(held::get);
        before.ifPresent(events -> events.add(event));
        return before.isPresent();
    }

    /**
     * Takes in an event of one instance that could not be decided.
     *
     * @return when to try again; empty when it has been tried often enough
     */
    Optional<Duration> failed(InstanceId instance, Event event) {
        held.put(instance, new ArrayList<>(List.of(event)));
        return Patience.after(failures.merge(instance, 1, Integer::sum));
    }

    /** Lets go of an instance's events, in the order in which they came. */
    List<Event> release(InstanceId instance) {
        return Optional.ofNullable(held.remove(instance)).orElse(List.of());
    }

    /** To be told of every event that was decided. */
    void decided(Event event) {
        if (!failures.isEmpty()) {
            whose(event).ifPresent(failures::remove);
        }
    }
}
