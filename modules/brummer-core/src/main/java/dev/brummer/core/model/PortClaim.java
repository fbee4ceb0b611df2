package dev.brummer.core.model;

/** A TCP port that a service says it will listen on. */
public sealed interface PortClaim {
    /** This port and no other. */
    record Fixed(int port) implements PortClaim {
        public Fixed {
            Require.require(port >= 1 && port <= 65535, "port %d is not between 1 and 65535", port);
        }
    }

    /** Any free port, chosen before the start. */
    record Auto() implements PortClaim {}
}
