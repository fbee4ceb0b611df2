package dev.brummer.api;

import dev.brummer.spi.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check of an instance at one moment, and what it has said. Immutable.
 *
 * @param question what it asks, in words: {@code http /health}
 * @param last its latest answer; empty before the first
 * @param failures how often it has failed in a row; what fails while the service starts does not count
 * @param latency how long its answers take; empty where none of those that are kept says so
 * @param history its latest answers, oldest first
 */
public record CheckView(
        Purpose purpose,
        String question,
        Optional<Said> last,
        int failures,
        Optional<Latency> latency,
        List<Asked> history) {
    public CheckView {
        history = List.copyOf(history);
    }

    /** What a check is there for. */
    public enum Purpose {
        /** Has to pass before dependents start. */
        READINESS("readiness"),
        /** Keeps being asked. */
        HEALTH("health");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }

        /** Its name in JSON. */
        public String word() {
            return word;
        }
    }

    /** What an answer comes to. */
    public enum Verdict {
        PASSING("passing"),
        /** It works, and a part of it does not, or not well. */
        DEGRADED("degraded"),
        FAILING("failing"),
        /** The check could not be made. */
        UNKNOWN("unknown"),
        /** It failed while the service was starting, as it should. */
        NOT_YET("not-yet");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Its name in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * An answer as a whole.
     *
     * @param took from the question to the answer
     * @param reason in words: {@code http 200 in 12 ms}
     * @param components what it says of the parts of the service
     */
    public record Said(
            Instant time, Verdict verdict, Duration took, String reason, List<Answer.Component> components) {
        public Said {
            components = List.copyOf(components);
        }
    }

    /** What is kept of each answer. */
    public record Asked(Instant time, Verdict verdict, Duration took) {}

    /** How long the answers that are kept took. */
    public record Latency(Duration last, Duration median, Duration p95) {}
}
