package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Eureka's server says of instances, {@code USER-SERVICE/host:user-service:3001}, and its client of itself. What
 * one server has from another is no news.
 */
final class EurekaLines {
    static final String REGISTERED = "Registered instance ";
    static final String CANCELLED = "Cancelled instance ";
    static final String CLIENT = "DiscoveryClient_";
    private static final String REGISTRY = "eureka";

    private EurekaLines() {}

    static @Nullable Fact fact(String said) {
        Scan scan = Scan.behind(REGISTERED, said);
        if (scan != null) {
            return registered(scan);
        }
        scan = Scan.behind(CANCELLED, said);
        if (scan != null) {
            return cancelled(scan);
        }
        scan = Scan.behind(CLIENT, said);
        return scan == null ? null : client(scan);
    }

    private static @Nullable Fact registered(Scan scan) {
        String name = scan.until("/");
        String instance = scan.until(" with status ");
        String status = scan.name();
        if (name == null || instance == null || status == null || !scan.takeLast(" (replication=false)")) {
            return null;
        }
        return new Fact.ServiceRegistered(REGISTRY, name, address(instance));
    }

    private static @Nullable Fact cancelled(Scan scan) {
        String name = scan.until("/");
        if (name == null || scan.token() == null || !scan.takeLast(" (replication=false)")) {
            return null;
        }
        return new Fact.ServiceDeregistered(REGISTRY, name);
    }

    private static @Nullable Fact client(Scan scan) {
        String name = scan.until("/");
        String instance = scan.until(" - ");
        if (name == null || instance == null) {
            return null;
        }
        if (scan.take("registration status: ")) {
            return scan.takeLast("204") ? new Fact.ServiceRegistered(REGISTRY, name, address(instance)) : null;
        }
        boolean gone = scan.take("deregister") && scan.take("  status: ") && scan.takeLast("200");
        return gone ? new Fact.ServiceDeregistered(REGISTRY, name) : null;
    }

    /** Host and port of {@code host:user-service:3001}, as Spring Cloud names instances where nobody else does. */
    private static Optional<String> address(String instance) {
        String[] parts = instance.split(":", -1);
        Scan port = new Scan(parts[parts.length - 1], 0);
        boolean named = parts.length == 3 && port.number() > 0 && port.atEnd();
        return named ? Optional.of(parts[0] + ":" + parts[2]) : Optional.empty();
    }
}
