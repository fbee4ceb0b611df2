package dev.brummer.insight.report;

import dev.brummer.insight.view.Breakers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Circuit breakers as fields for JSON: one object. Values are strings, longs, doubles, and lists of objects. */
public final class BreakerFields {
    private BreakerFields() {}

    public static Map<String, Object> of(Breakers breakers) {
        return new Fields()
                .put("type", "breakers")
                .put("time", breakers.at())
                .put("breakers", breakers.breakers().stream()
                        .map(breaker -> of(breaker, breakers.at()))
                        .toList())
                .put("unattributed", breakers.unattributed().stream().map(BreakerFields::of).toList())
                .put("others", breakers.others())
                .made();
    }

    private static Map<String, Object> of(Breakers.Breaker breaker, Instant now) {
        return new Fields()
                .put(breaker.emitter())
                .put("target", breaker.target())
                .put("state", breaker.state().word())
                .put("since", breaker.since())
                .put("forMs", Duration.between(breaker.since(), now))
                .put("trips", breaker.trips())
                .put("changes", breaker.changes().stream()
                        .map(change -> new Fields()
                                .put("time", change.time())
                                .put("state", change.state().word())
                                .made())
                        .toList())
                .made();
    }

    private static Map<String, Object> of(Breakers.Unattributed said) {
        return new Fields()
                .put(said.emitter())
                .put("state", said.state().word())
                .put("times", said.times())
                .put("last", said.last())
                .made();
    }
}
