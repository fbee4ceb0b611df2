package dev.brummer.logs;

import dev.brummer.spi.InstanceId;
import org.jspecify.annotations.Nullable;

/** Which entries a cursor returns: all, or the records of one run alone. */
record StreamFilter(@Nullable InstanceId instance, int run) {
    static final StreamFilter ALL = new StreamFilter(null, 0);

    static StreamFilter of(InstanceId instance, int run) {
        return new StreamFilter(instance, run);
    }

    boolean isAll() {
        return instance == null;
    }

    /** Whether records of that stream are returned. */
    boolean takes(StreamKey key) {
        return instance == null || (key.run() == run && key.instance().equals(instance));
    }
}
