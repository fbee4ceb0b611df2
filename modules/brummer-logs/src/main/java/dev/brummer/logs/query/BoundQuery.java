package dev.brummer.logs.query;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A query of which every name and time is known. Immutable and safe for use by several threads. */
@FunctionalInterface
public interface BoundQuery {
    /** Means every unit. */
    BoundQuery ALL = _ -> true;

    /** Whether it means this unit. Colour codes and other escape sequences count as not there. */
    boolean matches(Unit unit);

    /** Whether it may mean something of that stream; false where it certainly does not. */
    default boolean mayMatch(InstanceId instance, int run, StreamName stream) {
        return true;
    }

    /** What whoever asked should be told of its meaning, a sentence each without a full stop; mostly nothing. */
    default List<String> remarks() {
        return List.of();
    }

    /**
     * The units among those it means of which it is only probable that they belong to a request it asks for, by their
     * sequence numbers; mostly none. None that comes later is among them.
     */
    default Set<Long> probable() {
        return Set.of();
    }

    /** Nothing older is meant; {@link Instant#MIN} where there is no such bound. */
    default Instant from() {
        return Instant.MIN;
    }

    /** Nothing from then on is meant; {@link Instant#MAX} where there is no such bound. */
    default Instant until() {
        return Instant.MAX;
    }

    /** Finds the lines that may make their units match; empty where any line may. */
    default Optional<Needle> needle() {
        return Optional.empty();
    }

    /**
     * The same for one stream, of which more is known: {@code service:auth} asks for any line of the service's own
     * streams, and in others for the few lines that name it in a prefix.
     */
    default Optional<Needle> needle(InstanceId instance, int run, StreamName stream) {
        return needle();
    }

    /** Tells from a line alone whether its unit may be meant; empty where it takes the unit. Slower than a needle. */
    default Optional<LineTest> lineTest() {
        return Optional.empty();
    }

    /** A unit is meant only if one of its lines passes. */
    interface LineTest {
        boolean passes(LogBatch batch, int line);

        /** The first line from {@code from} on that passes; -1 where none does. */
        default int next(LogBatch batch, int from) {
            for (int line = from; line < batch.size(); line++) {
                if (passes(batch, line)) {
                    return line;
                }
            }
            return -1;
        }
    }

    /** Finds places in bytes as children wrote them, escape sequences and all. */
    interface Needle {
        /**
         * The first index in {@code bytes[from, to)} of something in whose line a match may be, or -1 where there is
         * none. It may point out lines in vain, and never leaves out one that matters. The range is part of one batch:
         * it begins with a line, or behind what was pointed out before, and ends with a line.
         */
        int next(byte[] bytes, int from, int to);

        /** One that finds the same, and is quicker where bytes are such as {@code bytes[from, to)}. */
        default Needle tuned(byte[] bytes, int from, int to) {
            return this;
        }

        /**
         * Whether the line that was pointed out is worth making its unit: slower than the above, and cheaper than that.
         * Not to be asked of a line that goes on from an earlier batch.
         */
        default boolean confirms(LogBatch batch, int line) {
            return true;
        }
    }
}
