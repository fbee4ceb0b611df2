package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Values;
import java.util.OptionalInt;

/**
 * A TCP port of a container. Immutable.
 *
 * @param ip the address of this machine that it is published at; empty for all
 * @param host the port of this machine; empty where the engine chooses one
 * @param container the port that the program in the container listens on
 * @param kind the kind of check that it is asked by. A connection alone says little of a container: the engine accepts
 *     it before the server does
 */
public record PortMapping(String ip, OptionalInt host, int container, Span at, String kind) {
    /** A port of a program that nothing is known of. */
    PortMapping(String ip, OptionalInt host, int container, Span at) {
        this(ip, host, container, at, "tcp");
    }

    /** The same, asked in another way. */
    PortMapping asked(String other) {
        return new PortMapping(ip, host, container, at, other);
    }

    /** The check that passes once the published port answers, as {@code {tcp: 5432}}. */
    public Mapping check() {
        return Values.only(kind, new Scalar(at, address(), false));
    }

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
