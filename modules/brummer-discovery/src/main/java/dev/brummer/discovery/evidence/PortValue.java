package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Span;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A port as a program or a script has it.
 *
 * @param variable the environment variable that says it; empty where it is fixed
 * @param port the port itself, or what it is where the variable is not set; empty where that is not said
 */
record PortValue(String variable, OptionalInt port, Span at) {
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{1,4}");

    static PortValue fixed(int port, Span at) {
        return new PortValue("", OptionalInt.of(port), at);
    }

    static PortValue of(String variable, OptionalInt otherwise, Span at) {
        return new PortValue(variable, otherwise, at);
    }

    /** A text as a port; empty where it is none that a program would listen on. */
    static OptionalInt parse(String text) {
        int port = DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return port >= 10 && port <= 65_535 ? OptionalInt.of(port) : OptionalInt.empty();
    }
}
