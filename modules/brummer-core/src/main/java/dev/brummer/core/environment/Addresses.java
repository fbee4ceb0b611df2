package dev.brummer.core.environment;

import dev.brummer.core.model.HealthSpec;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.PortClaim;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.UnresolvedException;
import dev.brummer.spi.ServiceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Where services are, as variables: {@code AUTH_HOST}, {@code AUTH_PORT} and {@code AUTH_URL}. */
final class Addresses {
    /** Checks that say nothing of what a service speaks, or that it is HTTP. */
    private static final Set<String> NO_OTHER_PROTOCOL = Set.of("http", "tcp", "exec", "log");

    /** The usual ports of databases and brokers that are asked for by a URL of another scheme. */
    private static final Set<Integer> OTHER_PROTOCOLS =
            Set.of(1433, 1521, 2181, 3306, 4222, 5432, 5672, 6379, 9042, 9092, 11211, 27017);

    private Addresses() {}

    /** @throws UnresolvedException never, for each port is known once services are ready */
    static Map<String, String> of(Collection<ServiceSpec> services, PortReferences references)
            throws UnresolvedException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (ServiceSpec service : services) {
            if (!service.ports().isEmpty()) {
                String name = name(service.id());
                String port = references.portOf(service);
                variables.putIfAbsent(name + "_HOST", Reference.HOST_NAME);
                variables.putIfAbsent(name + "_PORT", port);
                if (speaksHttp(service)) {
                    variables.putIfAbsent(name + "_URL", "http://" + Reference.HOST_NAME + ":" + port);
                }
            }
        }
        return variables;
    }

    private static String name(ServiceId service) {
        String upper = service.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Character.isDigit(upper.charAt(0)) ? "_" + upper : upper;
    }

    /** Whether nothing tells otherwise. */
    private static boolean speaksHttp(ServiceSpec service) {
        boolean usual = service.ports().getFirst() instanceof PortClaim.Fixed(int port) && OTHER_PROTOCOLS.contains(port);
        return !usual
                && Stream.concat(service.readiness().stream(), service.healthcheck().stream().map(HealthSpec::check))
                        .map(PluginUse::kind)
                        .allMatch(NO_OTHER_PROTOCOL::contains);
    }
}
