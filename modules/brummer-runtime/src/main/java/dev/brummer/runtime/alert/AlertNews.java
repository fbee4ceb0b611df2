package dev.brummer.runtime.alert;

import dev.brummer.core.alert.AlertChange;
import dev.brummer.core.alert.Subject;
import dev.brummer.core.model.AlertRule;
import dev.brummer.core.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An alert that begins or is over, as somebody is told of it. Immutable.
 *
 * @param since since when it was so
 * @param time when that was found
 * @param lasted how long it was so, when it is over
 * @param text what is so, or is so no more, in one line for a person
 */
public record AlertNews(
        AlertRule rule, Subject subject, Instant since, Instant time, Optional<Duration> lasted, String text) {
    /** @param ago how long ago the fleet began */
    public static AlertNews of(AlertChange change, Instant time, Duration ago) {
        Instant since = time.minus(ago.minus(change.since()));
        String line = Printable.of(change.text()).replace('\n', ' ');
        Optional<Duration> lasted =
                change instanceof AlertChange.Over over ? Optional.of(over.lasted()) : Optional.empty();
        return new AlertNews(change.rule(), change.subject(), since, time, lasted, line);
    }

    public boolean isOver() {
        return lasted.isPresent();
    }

    /** One line for the stream: {@code alert: orders unhealthy: http 503}. */
    public String line() {
        String called = rule.label().map(label -> " " + Printable.of(label)).orElse("");
        return "alert" + called + (isOver() ? " over: " : ": ") + text;
    }

    /** By name, as a fact has them. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("alert", isOver() ? "over" : "begun");
        fields.put("name", rule.name());
        fields.put("text", text);
        fields.put("since", since.toString());
        subject.breaker().ifPresent(breaker -> fields.put("breaker", breaker));
        lasted.ifPresent(time -> fields.put("seconds", Long.toString(time.toSeconds())));
        return fields;
    }

    /** By name, as a command finds them in its environment. */
    public Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        fields().forEach((name, value) -> variables.put(
                name.equals("alert") ? "BRUM_ALERT" : "BRUM_ALERT_" + name.toUpperCase(Locale.ROOT), value));
        variables.put("BRUM_ALERT_SERVICE", subject.instance().service().name());
        variables.put("BRUM_ALERT_INSTANCE", subject.instance().label());
        return variables;
    }
}
