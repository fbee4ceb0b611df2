package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import java.util.OptionalInt;

/**
 * A TCP port of a container. Immutable.
 *
 * @param ip the address of this machine that it is published at; empty for all
 * @param host the port of this machine; empty where the engine chooses one
 * @param container the port that the program in the container listens on
 */
public record PortMapping(String ip, OptionalInt host, int container, Span at) {
    /** What a {@code tcp} check would connect to: a port, or an address and a port; empty where that is unknown. */
    public String address() {
        if (host.isEmpty()) {
            return "";
        }
        return isReachedByLoopback() ? Integer.toString(host.getAsInt()) : ip + ":" + host.getAsInt();
    }

    /** Whether it is published at an address that is this machine alone, or all of its addresses. */
    boolean isReachedByLoopback() {
        return ip.isEmpty()
                || ip.startsWith("127.")
                || switch (ip) {
                    case "0.0.0.0", "localhost", "::", "[::]", "::1", "[::1]" -> true;
                    default -> false;
                };
    }
}
