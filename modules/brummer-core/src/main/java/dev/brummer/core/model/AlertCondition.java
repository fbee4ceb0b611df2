package dev.brummer.core.model;

import dev.brummer.spi.host.DurationText;
import dev.brummer.spi.host.SizeText;
import java.time.Duration;

/** What somebody wants to be told of. */
public sealed interface AlertCondition {
    /** In words for a person, as in a list of rules. */
    String words();

    /** An instance is unhealthy, waits to be restarted after a fault, or has failed. */
    record Unhealthy() implements AlertCondition {
        @Override
        public String words() {
            return "unhealthy";
        }
    }

    /** An instance has failed. */
    record Failed() implements AlertCondition {
        @Override
        public String words() {
            return "failed";
        }
    }

    /** A circuit breaker in an instance is open. */
    record BreakerOpen() implements AlertCondition {
        @Override
        public String words() {
            return "breaker open";
        }
    }

    /**
     * An instance writes more errors than that.
     *
     * @param above how many errors in a window are not too many yet
     */
    record ErrorRate(int above, Duration window) implements AlertCondition {
        public ErrorRate {
            Require.require(above >= 0, "a number of errors is not negative: %s", above);
            Require.require(window.isPositive(), "a rate needs a time: %s", window);
        }

        @Override
        public String words() {
            return "errors above " + above + " in " + DurationText.of(window);
        }
    }

    /**
     * An instance has more memory resident than that.
     *
     * @param above in bytes, of all its processes together
     */
    record Memory(long above) implements AlertCondition {
        public Memory {
            Require.require(above > 0, "no service runs in %s bytes", above);
        }

        @Override
        public String words() {
            return "memory above " + SizeText.of(above);
        }
    }

    /** The health check of an instance takes longer than that, by the median of its last answers. */
    record Latency(Duration above) implements AlertCondition {
        public Latency {
            Require.require(above.isPositive(), "no answer comes within %s", above);
        }

        @Override
        public String words() {
            return "checks above " + DurationText.of(above);
        }
    }
}
