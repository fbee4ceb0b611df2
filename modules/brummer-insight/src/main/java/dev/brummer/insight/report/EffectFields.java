package dev.brummer.insight.report;

import dev.brummer.insight.view.Effect;
import java.time.Duration;
import java.util.Map;

/** What services went through while something ran beside them as fields for JSON: one object. */
public final class EffectFields {
    private EffectFields() {}

    /**
     * @param what ran
     * @param exit its exit code
     */
    public static Map<String, Object> of(Effect effect, String what, int exit) {
        return new Fields()
                .put("type", "effect")
                .put("of", what)
                .put("exit", (long) exit)
                .put("since", effect.since())
                .put("time", effect.begin())
                .put("durationMs", Duration.between(effect.begin(), effect.end()))
                .put("requests", effect.load().stream().map(EffectFields::of).toList())
                .put("memory", effect.memory().stream().map(EffectFields::of).toList())
                .put("breakers", effect.trips().stream().map(EffectFields::of).toList())
                .put("newErrors", effect.errors().stream().map(EffectFields::of).toList())
                .made();
    }

    private static Map<String, Object> of(Effect.Load load) {
        return new Fields()
                .put("service", load.service().name())
                .put("before", RequestFields.of(load.before()))
                .put("meanwhile", RequestFields.of(load.during()))
                .made();
    }

    private static Map<String, Object> of(Effect.Growth growth) {
        return new Fields()
                .put("service", growth.service().name())
                .put("beforeBytes", growth.before())
                .put("afterBytes", growth.after())
                .made();
    }

    private static Map<String, Object> of(Effect.Trip trip) {
        return new Fields()
                .put(trip.emitter())
                .put("target", trip.target())
                .put("trips", trip.times())
                .made();
    }

    private static Map<String, Object> of(Effect.NewError error) {
        return new Fields()
                .put("service", error.service().name())
                .put("fingerprint", error.fingerprint())
                .put("title", error.title())
                .made();
    }
}
