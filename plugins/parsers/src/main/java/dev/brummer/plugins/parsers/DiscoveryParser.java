package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code [Consul] Registering user-service at 172.20.0.5:3001}, and what Consul's agent and Eureka say themselves. */
final class DiscoveryParser implements LogParser {
    private static final String FOUND = "Discovered services: ";
    private static final Set<String> REGISTRIES = Set.of("consul", "eureka", "etcd", "nacos", "zookeeper");

    @Override
    public List<String> needles() {
        return List.of(
                FOUND,
                "] Register",
                "] Deregister",
                ConsulAgent.SYNCED,
                ConsulAgent.DEREGISTERED,
                EurekaLines.REGISTERED,
                EurekaLines.CANCELLED,
                EurekaLines.CLIENT);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        String said = Said.in(line);
        Fact fact = discovered(said);
        if (fact == null) {
            fact = inBrackets(said);
        }
        if (fact == null) {
            fact = ConsulAgent.fact(said);
        }
        if (fact == null) {
            fact = EurekaLines.fact(said);
        }
        if (fact != null) {
            found.accept(fact);
        }
    }

    private static @Nullable Fact discovered(String said) {
        Scan scan = Scan.behind(FOUND, said);
        if (scan == null) {
            return null;
        }
        List<String> names = Arrays.stream(said.substring(scan.at()).split(",")).map(String::strip).toList();
        return names.stream().allMatch(DiscoveryParser::isName) ? new Fact.ServicesDiscovered(names) : null;
    }

    private static boolean isName(String name) {
        Scan scan = new Scan(name, 0);
        return scan.name() != null && scan.atEnd();
    }

    /** What stands behind a registry's name. */
    private static @Nullable Fact inBrackets(String said) {
        int close = said.indexOf("] Register");
        close = close < 0 ? said.indexOf("] Deregister") : close;
        int open = close < 0 ? -1 : said.lastIndexOf('[', close);
        if (open < 0 || !Head.covers(said, open)) {
            return null;
        }
        String registry = said.substring(open + 1, close).toLowerCase(Locale.ROOT);
        return REGISTRIES.contains(registry) ? statement(registry, new Scan(said, close + 2)) : null;
    }

    private static @Nullable Fact statement(String registry, Scan scan) {
        boolean registered = scan.take("Registering ") || scan.take("Registered ");
        if (!registered && !scan.take("Deregistering ") && !scan.take("Deregistered ")) {
            return null;
        }
        scan.take("service ");
        String name = scan.name();
        if (name == null) {
            return null;
        }
        if (!registered) {
            return scan.atEnd() ? new Fact.ServiceDeregistered(registry, name) : null;
        }
        String address = scan.take(" at ") ? scan.token() : null;
        return scan.atEnd() ? new Fact.ServiceRegistered(registry, name, Optional.ofNullable(address)) : null;
    }
}
