package dev.brummer.process;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * The variable that every process of a fleet carries in its environment. Its name says whose it is, and not its value, so
 * that one Brummer may run inside another: what the inner one starts carries both.
 *
 * @param prefix what the names of this fleet's variables begin with
 */
record FleetMarker(String prefix) {
    private static final Pattern PREFIX = Pattern.compile("BRUM_RUN_[0-9a-f]{16}_");

    /** Whether this is the whole prefix of one fleet; a part of it might be that of many. */
    static boolean isPrefix(String text) {
        return PREFIX.matcher(text).matches();
    }

    static FleetMarker fresh() {
        return new FleetMarker("BRUM_RUN_" + HexFormat.of().toHexDigits(new SplittableRandom().nextLong()) + "_");
    }

    /** The variable of one run of an instance; {@code serial} tells apart what runs for the same instance. */
    String variable(String instance, long serial) {
        return prefix + HexFormat.of().formatHex(instance.getBytes(StandardCharsets.UTF_8)) + "_" + serial;
    }
}
