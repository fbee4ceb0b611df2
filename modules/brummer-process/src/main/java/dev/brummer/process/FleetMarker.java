package dev.brummer.process;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every process of a fleet carries, from its first instruction on. Two marks, for either can be shed: a variable in
 * its environment, whose name and not its value says whose it is, so that one Brummer may run inside another; and the soft
 * limit of its resident set, which Linux passes on like every limit and otherwise ignores (getrlimit(2), RLIMIT_RSS).
 *
 * @param prefix what the names of this fleet's variables begin with
 * @param lowest the lowest of this fleet's limits, in KiB; each run has one of its own
 */
record FleetMarker(String prefix, long lowest) {
    /** How many runs a fleet may have before their limits repeat. */
    static final long RUNS = 1L << 20;

    private static final int KIB = 1024;
    // Far above any memory, and far below what does not fit into 64 bits as bytes.
    private static final long BEYOND_MEMORY = 1L << 50;

    private static final Pattern WRITTEN = Pattern.compile("(BRUM_RUN_[0-9a-f]{16}_) ([0-9]{1,18})");

    /** The marker that {@link #written()} gave; empty where the text is a part of one, which might be that of many. */
    static Optional<FleetMarker> read(String text) {
        Matcher parts = WRITTEN.matcher(text);
        return parts.matches()
                ? Optional.of(new FleetMarker(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    String written() {
        return prefix + " " + lowest;
    }

    static FleetMarker fresh() {
        SplittableRandom random = new SplittableRandom();
        return new FleetMarker(
                "BRUM_RUN_" + HexFormat.of().toHexDigits(random.nextLong()) + "_",
                BEYOND_MEMORY + random.nextLong(1L << 30) * RUNS);
    }

    /** The variable of one run of an instance; {@code serial} tells apart what runs for the same instance. */
    String variable(String instance, long serial) {
        return prefix + HexFormat.of().formatHex(instance.getBytes(StandardCharsets.UTF_8)) + "_" + serial;
    }

    /** The limit of the resident set of one run, in KiB. */
    long limit(long serial) {
        return lowest + serial % RUNS;
    }

    /** Whether a limit of the resident set, in bytes, is one of this fleet's. */
    boolean isLimit(long bytes) {
        return bytes >= lowest * KIB && bytes < (lowest + RUNS) * KIB;
    }

    /** The bounds of this fleet's limits in bytes, for the guard: the lowest, and one beyond the highest. */
    String bounds() {
        return lowest * KIB + " " + (lowest + RUNS) * KIB;
    }

    /** The limit in KiB that so many bytes are. */
    static long limitOfBytes(long bytes) {
        return bytes / KIB;
    }
}
