package dev.brummer.insight.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The last minute, in slots of five seconds: the current one and the eleven before. What comes late goes into its own
 * slot as long as there is one. For one thread.
 */
final class Window<T> {
    private static final long SLOT = 5;
    private static final int SLOTS = 12;

    private final Supplier<? extends T> maker;
    private final long[] numbers = new long[SLOTS];
    private final List<Optional<T>> slots = new ArrayList<>();

    Window(Supplier<? extends T> maker) {
        this.maker = maker;
        Arrays.fill(numbers, Long.MIN_VALUE);
        for (int i = 0; i < SLOTS; i++) {
            slots.add(Optional.empty());
        }
    }

    /** The slot of a time; empty where it is too long ago. */
    Optional<T> at(Instant time) {
        long number = number(time);
        int place = (int) Math.floorMod(number, (long) SLOTS);
        if (numbers[place] > number) {
            return Optional.empty();
        }
        if (numbers[place] < number) {
            numbers[place] = number;
            slots.set(place, Optional.of(maker.get()));
        }
        return slots.get(place);
    }

    /** The slots of the minute before {@code now}. */
    List<T> until(Instant now) {
        List<T> last = new ArrayList<>();
        long newest = number(now);
        for (int i = 0; i < SLOTS; i++) {
            if (numbers[i] > newest - SLOTS && numbers[i] <= newest) {
                slots.get(i).ifPresent(last::add);
            }
        }
        return last;
    }

    /** How much of the minute before {@code now} has passed since {@code first}, at least a second. */
    static Duration covered(Instant first, Instant now) {
        Instant begin = Instant.ofEpochSecond((number(now) - SLOTS + 1) * SLOT);
        return atLeastASecond(Duration.between(first.isAfter(begin) ? first : begin, now));
    }

    /** So that the first of many is no rate of millions. */
    static Duration atLeastASecond(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : time;
    }

    private static long number(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SLOT);
    }
}
