package dev.brummer.insight.report;

import dev.brummer.insight.view.Discovery;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.Map;

/** Service discovery as fields for JSON: one object. Values are strings, longs, booleans, and lists of objects. */
public final class DiscoveryFields {
    private DiscoveryFields() {}

    public static Map<String, Object> of(Discovery discovery) {
        return new Fields()
                .put("type", "discovery")
                .put("time", discovery.at())
                .put("registrations", discovery.registrations().stream().map(DiscoveryFields::of).toList())
                .put("missing", discovery.missing().stream().map(ServiceId::name).toList())
                .put("discoveries", discovery.discoveries().stream().map(DiscoveryFields::of).toList())
                .put("others", discovery.others())
                .made();
    }

    private static Map<String, Object> of(Discovery.Registration registration) {
        return new Fields()
                .put("registry", registration.registry())
                .put("name", registration.name())
                .put("declared", registration.declared())
                .put("registered", registration.deregistered().isEmpty())
                .put("address", registration.address())
                .put("times", registration.times())
                .put("first", registration.first().map(Instant::toString))
                .put("last", registration.last().map(Instant::toString))
                .put("deregistered", registration.deregistered().map(Instant::toString))
                .made();
    }

    private static Map<String, Object> of(Discovery.Found found) {
        return new Fields()
                .put("by", found.by().name())
                .put("name", found.name())
                .put("declared", found.declared())
                .put("times", found.times())
                .put("last", found.last())
                .made();
    }
}
