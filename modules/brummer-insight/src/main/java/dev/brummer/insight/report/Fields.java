package dev.brummer.insight.report;

import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One object for JSON, field by field; what is not known has none. For one thread. */
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fields put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    Fields put(String name, Optional<?> value) {
        value.ifPresent(known -> fields.put(name, known));
        return this;
    }

    Fields put(String name, Instant time) {
        return put(name, time.toString());
    }

    /** In milliseconds: {@code name} should say so. */
    Fields put(String name, Duration duration) {
        return put(name, (Object) millis(duration));
    }

    /** Its service, and which copy it is where there are several. */
    Fields put(InstanceId emitter) {
        put("service", emitter.service().name());
        return copy(emitter.index());
    }

    /** Which copy of a service, unless there is one alone. */
    Fields copy(int index) {
        return index == 0 ? this : put("instance", (long) index);
    }

    Map<String, Object> made() {
        return fields;
    }

    /** Down to microseconds. */
    static double millis(Duration duration) {
        long micros = duration.toNanos() / 1000;
        return micros / 1000.0;
    }
}
