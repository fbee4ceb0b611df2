package dev.brummer.core.alert;

import dev.brummer.core.alert.Sighting.Sign;
import dev.brummer.core.model.AlertCondition;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.supervision.Words;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a rule makes of a reading. */
final class Sightings {
    private final Reading reading;

    Sightings(Reading reading) {
        this.reading = reading;
    }

    /** One for each thing that the rule is about. */
    List<Sighting> of(AlertRule rule) {
        if (rule.condition() instanceof AlertCondition.BreakerOpen) {
            return reading.breakers().stream()
                    .filter(breaker -> rule.concerns(breaker.instance().service()))
                    .map(Sightings::breaker)
                    .toList();
        }
        List<Sighting> sightings = new ArrayList<>();
        reading.instances().forEach((id, standing) -> {
            if (rule.concerns(id.service())) {
                sightings.add(of(rule.condition(), id, standing));
            }
        });
        return sightings;
    }

    private Sighting of(AlertCondition condition, InstanceId id, Reading.Standing standing) {
        return switch (condition) {
            case AlertCondition.Unhealthy() -> state(id, standing, unhealthy(standing.state()));
            case AlertCondition.Failed() -> state(id, standing, failed(standing.state()));
            case AlertCondition.ErrorRate(int above, Duration window) -> errors(id, standing, above, window);
            case AlertCondition.Memory(long above) -> memory(id, standing, above);
            case AlertCondition.Latency(Duration above) -> latency(id, standing, above);
            case AlertCondition.BreakerOpen() -> throw new IllegalStateException("a breaker is no instance");
        };
    }

    private static Sign unhealthy(ServiceState state) {
        return switch (state) {
            case UNHEALTHY, FAILED, BACKING_OFF -> Sign.RAISES;
            case PENDING, WAITING, STARTING, STOPPING -> Sign.KEEPS;
            case READY, STOPPED, COMPLETED, DISABLED -> Sign.CLEARS;
        };
    }

    private static Sign failed(ServiceState state) {
        return switch (state) {
            case FAILED -> Sign.RAISES;
            case PENDING, WAITING, STARTING, STOPPING, BACKING_OFF -> Sign.KEEPS;
            case READY, UNHEALTHY, STOPPED, COMPLETED, DISABLED -> Sign.CLEARS;
        };
    }

    private static Sighting state(InstanceId id, Reading.Standing standing, Sign sign) {
        String what = switch (standing.state()) {
            case READY -> "is well again";
            case UNHEALTHY -> sign == Sign.CLEARS ? "runs again" : "unhealthy";
            case BACKING_OFF -> "down";
            case FAILED -> "failed";
            case COMPLETED -> "has completed";
            case STOPPED, DISABLED -> "is stopped";
            case PENDING, WAITING, STARTING, STOPPING -> standing.state().word();
        };
        String words = id.label() + " " + what;
        return new Sighting(Subject.of(id), sign, id.label(), words, sign == Sign.RAISES ? standing.reason() : "");
    }

    private static Sighting breaker(Reading.Breaker breaker) {
        String which = breaker.name().map(name -> "breaker " + name).orElse("a breaker");
        String about = which + " of " + breaker.instance().label();
        Subject subject = new Subject(breaker.instance(), breaker.name());
        return switch (breaker.state()) {
            case OPEN -> new Sighting(subject, Sign.RAISES, about, about + " open");
            case HALF_OPEN -> new Sighting(subject, Sign.KEEPS, about, about + " half open");
            case CLOSED -> new Sighting(subject, Sign.CLEARS, about, about + " is closed again");
        };
    }

    private Sighting errors(InstanceId id, Reading.Standing standing, int above, Duration window) {
        int count = reading.errors().getOrDefault(window, Map.of()).getOrDefault(id, 0);
        Sign sign = Sign.of(count, above);
        String errors = count == 1 ? "1 error" : count + " errors";
        String within = id.label() + " wrote " + errors + " in " + Words.duration(window);
        // None at all is as few as there can be, also where none is the limit.
        return new Sighting(
                Subject.of(id), count == 0 ? Sign.CLEARS : sign, "what " + id.label() + " writes",
                sign == Sign.RAISES ? within + ", more than " + above : within);
    }

    private Sighting memory(InstanceId id, Reading.Standing standing, long above) {
        Optional<Long> known = Optional.ofNullable(reading.memory().get(id));
        String about = "the memory of " + id.label();
        return known.map(bytes -> {
            Sign sign = Sign.of(bytes, above);
            String uses = id.label() + " uses " + size(bytes);
            return new Sighting(
                    Subject.of(id), sign, about,
                    sign == Sign.RAISES ? uses + ", more than " + size(above) : uses + " again");
        }).orElseGet(() -> unknown(id, standing, about));
    }

    private Sighting latency(InstanceId id, Reading.Standing standing, Duration above) {
        Optional<Duration> known = Optional.ofNullable(reading.latency().get(id));
        String about = "the checks of " + id.label();
        return known.map(took -> {
            Sign sign = Sign.of(took.toNanos(), above.toNanos());
            String takes = "checks of " + id.label() + " take " + Words.duration(took);
            return new Sighting(
                    Subject.of(id), sign, about,
                    sign == Sign.RAISES ? takes + ", more than " + Words.duration(above) : takes + " again");
        }).orElseGet(() -> unknown(id, standing, about));
    }

    /** What has no value: it is about to have one again, or nothing runs that could. */
    private static Sighting unknown(InstanceId id, Reading.Standing standing, String about) {
        Sign sign = switch (standing.state()) {
            case STARTING, READY, UNHEALTHY, STOPPING, BACKING_OFF, PENDING, WAITING -> Sign.KEEPS;
            case STOPPED, COMPLETED, FAILED, DISABLED -> Sign.CLEARS;
        };
        return new Sighting(Subject.of(id), sign, about, id.label() + " does not run any more");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000_000L
                ? Math.round(bytes / 1e6) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
