package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.NameShape;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.core.model.AlertCondition.ErrorRate;
import java.time.Duration;
import java.util.List;

/** The keys of an entry of {@code alerts}. */
public final class AlertKeys {
    public static final Key<Duration> FOR = Key.of(
                    "for", Durations.any(), "How long it has to be so before anybody is told.")
            .otherwise("0s");
    public static final Key<List<Located<String>>> SERVICE = Key.of(
                    "service",
                    new ListShape<>(new NameShape("service"), false),
                    "The service, or services, it is about.")
            .otherwise("all");
    public static final Key<ErrorRate> RATE = Key.of(
            "above", RateShape.SHAPE, "How many lines of level error are not too many yet, in a time: 10/min.");
    public static final Key<Long> SIZE = Key.of(
            "above", Sizes.positive(), "How much memory is not too much yet, all processes of an instance together.");
    public static final Key<Duration> TIME = Key.of(
            "above", Durations.positive(), "How long an answer may take, by the median of the last five.");

    public static final KeySet STATE_KEYS = KeySet.of(FOR, SERVICE).foreign("services", "write 'service'");
    public static final KeySet RATE_KEYS = KeySet.of(RATE, FOR, SERVICE).foreign("services", "write 'service'");
    public static final KeySet SIZE_KEYS = KeySet.of(SIZE, FOR, SERVICE).foreign("services", "write 'service'");
    public static final KeySet TIME_KEYS = KeySet.of(TIME, FOR, SERVICE).foreign("services", "write 'service'");

    public static final Key<Section> UNHEALTHY = Key.of(
            "unhealthy", state(), "A service is unhealthy, waits to be restarted after a fault, or has failed.");
    public static final Key<Section> FAILED = Key.of("failed", state(), "A service has failed.");
    public static final Key<Section> BREAKER_OPEN = Key.of(
            "breaker_open", state(), "A circuit breaker in a service is open, as its lines tell.");
    public static final Key<Section> ERROR_RATE = Key.of(
            "error_rate",
            above(RATE_KEYS, RATE, "a rate such as 10/min"),
            "A service writes too many lines of level error.");
    public static final Key<Section> MEMORY = Key.of(
            "memory", above(SIZE_KEYS, SIZE, "a size such as 500MB"), "A service uses too much memory.");
    public static final Key<Section> LATENCY = Key.of(
            "latency",
            above(TIME_KEYS, TIME, "a duration such as 300ms"),
            "The health check of a service takes too long.");

    public static final Key<String> NAME = Key.of("name", Scalars.text("a name"), "What the alert is called.")
            .otherwise("what it is about");
    public static final Key<List<Located<TargetShape.Target>>> TO = Key.of(
                    "to",
                    new ListShape<>(new TargetShape(), false),
                    "Who is told when it begins and when it is over: the stream, the desktop where there is one, a"
                            + " command in the project's folder, which gets the alert as JSON on stdin and as BRUM_ALERT_*,"
                            + " or a webhook with the options of that sink.")
            .otherwise("stream");

    /** What an alert may be about; an entry has one of them. */
    public static final List<Key<Section>> CONDITIONS =
            List.of(UNHEALTHY, FAILED, BREAKER_OPEN, ERROR_RATE, MEMORY, LATENCY);

    public static final KeySet KEYS =
            KeySet.of(UNHEALTHY, FAILED, BREAKER_OPEN, ERROR_RATE, MEMORY, LATENCY, NAME, TO)
                    .foreign(
                            "for", "it belongs to the condition: 'unhealthy: {for: 10s}'",
                            "service", "it belongs to the condition: 'unhealthy: {service: …}'",
                            "above", "it belongs to the condition: 'memory: {above: …}'",
                            "command", "write 'to: {command: …}'",
                            "webhook", "write 'to: {webhook: …}'");

    private AlertKeys() {}

    private static ShortShape state() {
        return new ShortShape(
                new SectionShape("", STATE_KEYS), SERVICE, "the name of a service, a list of them or a map");
    }

    private static ShortShape above(KeySet keys, Key<?> limit, String words) {
        return new ShortShape(new SectionShape("", keys), limit, words + ", or a map");
    }
}
