package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows which lines tell of a message once more: {@code Publishing order.created event: 17} and then {@code Published
 * order.created event: 17} are about one. Each line is taken for the next step of one earlier line at most, so that of
 * messages without a key as many count as were under way. For the lines of one instance.
 */
final class MessageSteps {
    /** What takes longer from one step to the next counts as another message. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static final int MOST = 1000;

    private final Map<Fact, Deque<Told>> open = new LinkedHashMap<>();

    /** How far a message is by what a line says. */
    enum Step {
        /** {@code Publishing}, {@code Receiving}. */
        BEGINS,
        /** {@code Published}, {@code Received}. */
        DONE,
        /** {@code Processing}: what is received is worked on. */
        AFTERWARDS
    }

    private record Told(Step step, Instant time) {}

    /** Whether a line tells of a message for the first time. */
    boolean isNew(Fact message, Step step, Instant time) {
        boolean known = advance(message, step, time);
        if (step != last(message)) {
            Deque<Told> of = open.computeIfAbsent(message, _ -> new ArrayDeque<>());
            of.add(new Told(step, time));
            if (of.size() > MOST) {
                of.removeFirst();
            }
            if (open.size() > MOST) {
                open.remove(open.keySet().iterator().next());
            }
        }
        return !known;
    }

    /** Takes away the oldest line whose next step this may be, if there is one. */
    private boolean advance(Fact message, Step step, Instant time) {
        Deque<Told> of = open.get(message);
        if (of == null) {
            return false;
        }
        of.removeIf(told -> Duration.between(told.time, time).compareTo(LONGEST) > 0);
        boolean found = false;
        for (Iterator<Told> each = of.iterator(); !found && each.hasNext(); ) {
            found = each.next().step.compareTo(step) < 0;
            if (found) {
                each.remove();
            }
        }
        if (of.isEmpty()) {
            open.remove(message);
        }
        return found;
    }

    private static Step last(Fact message) {
        return message instanceof Fact.MessagePublished ? Step.DONE : Step.AFTERWARDS;
    }
}
