package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code agent: Synced service: service=web}; {@code agent: Synced service 'web'} or {@code "web"} in older versions.
 * That a service is still in sync is no news.
 */
final class ConsulAgent {
    static final String SYNCED = "agent: Synced service";
    static final String DEREGISTERED = "agent: Deregistered service";
    private static final String REGISTRY = "consul";

    private ConsulAgent() {}

    static @Nullable Fact fact(String said) {
        String synced = service(SYNCED, said);
        if (synced != null) {
            return new Fact.ServiceRegistered(REGISTRY, synced, Optional.empty());
        }
        String gone = service(DEREGISTERED, said);
        return gone == null ? null : new Fact.ServiceDeregistered(REGISTRY, gone);
    }

    private static @Nullable String service(String mark, String said) {
        Scan scan = Scan.behind(mark, said);
        if (scan == null) {
            return null;
        }
        boolean named = scan.take(": service=") || scan.take(" '") || scan.take(" \"");
        String name = named ? scan.name() : null;
        boolean ends = scan.take('\'') || scan.take('"') || scan.atEnd();
        return ends && scan.atEnd() ? name : null;
    }
}
