package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import dev.brummer.spi.host.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Of what somebody is told, and how. Immutable.
 *
 * @param label what the file calls it; empty where it says nothing
 * @param lasting how long the condition has to hold first
 * @param services whom it is about; empty for all
 */
public record AlertRule(
        Optional<String> label,
        AlertCondition condition,
        Duration lasting,
        List<ServiceId> services,
        List<AlertTarget> to) {
    /** Who is told where the file does not say. */
    public static final List<AlertTarget> DEFAULT_TO = List.of(new AlertTarget.Stream());

    public AlertRule {
        Require.require(!lasting.isNegative(), "a condition cannot hold for %s", lasting);
        Require.require(!to.isEmpty(), "nobody is told of an alert");
        services = List.copyOf(services);
        to = List.copyOf(to);
    }

    /** Its label, or else what it is about: {@code unhealthy for 10s: orders}. */
    public String name() {
        return label.orElseGet(() -> about() + (services.isEmpty() ? "" : ": " + services()
                .stream()
                .map(ServiceId::name)
                .collect(Collectors.joining(", "))));
    }

    /** Its condition in words: {@code unhealthy for 10s}. */
    public String about() {
        return condition.words() + (lasting.isZero() ? "" : " for " + DurationText.of(lasting));
    }

    /** Whether it is about a service. */
    public boolean concerns(ServiceId service) {
        return services.isEmpty() || services.contains(service);
    }
}
