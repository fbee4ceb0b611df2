package dev.brummer.spi;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A typed statement that was found in the lines of a service. Names of services are given as they stand in the line;
 * Brummer puts the service's own name in their place where it is known. Immutable.
 *
 * <p>There may be more kinds in later versions: a reader outside Brummer that does not know a kind has {@link #kind()}
 * and {@link #describe}.
 */
public sealed interface Fact {
    /** The name of its kind, as in JSON and in queries: {@code circuit-breaker}. */
    String kind();

    /** Tells its fields, in their order. */
    void describe(FactFields fields);

    /** Where a circuit breaker stands. */
    enum BreakerState {
        /** Calls fail at once. */
        OPEN("open"),
        /** Some calls are let through, to see whether they succeed. */
        HALF_OPEN("half-open"),
        CLOSED("closed");

        private final String word;

        BreakerState(String word) {
            this.word = word;
        }

        /** The state's name in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * A circuit breaker went to a state.
     *
     * @param target what it protects; empty where the line does not say
     */
    record CircuitBreaker(Optional<String> target, BreakerState state) implements Fact {
        @Override
        public String kind() {
            return "circuit-breaker";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("target", target);
            fields.text("state", state.word());
        }
    }

    /** What a rate limiter did with a request. */
    enum LimitOutcome {
        /** Counted it. */
        COUNTED("counted"),
        /** Counted it, and it was the last of the budget. */
        REACHED("reached"),
        /** Refused it. */
        BLOCKED("blocked");

        private final String word;

        LimitOutcome(String word) {
            this.word = word;
        }

        /** The outcome's name in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * A rate limiter saw a request.
     *
     * @param limiter the limiter's name, where it has one
     * @param client whose budget it is, where the line says so
     * @param used how many requests of the budget are used
     * @param budget how many requests are allowed
     */
    record RateLimit(
            Optional<String> limiter,
            Optional<String> client,
            OptionalLong used,
            OptionalLong budget,
            LimitOutcome outcome)
            implements Fact {
        @Override
        public String kind() {
            return "rate-limit";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("limiter", limiter);
            fields.text("client", client);
            used.ifPresent(count -> fields.number("used", count));
            budget.ifPresent(count -> fields.number("budget", count));
            fields.text("outcome", outcome.word());
        }
    }

    /**
     * A request came in.
     *
     * @param id the request's id, where the line has one
     * @param path with its query, if the line has it
     */
    record RequestStarted(Optional<String> id, String method, String path) implements Fact {
        @Override
        public String kind() {
            return "request-started";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("id", id);
            fields.text("method", method);
            fields.text("path", path);
        }
    }

    /**
     * A request was answered.
     *
     * @param id the request's id, where the line has one
     * @param path with its query, if the line has it
     * @param status the HTTP status
     * @param took how long the answer took, where the line says so
     * @param client the address of the caller, where the line has it
     */
    record RequestEnded(
            Optional<String> id,
            String method,
            String path,
            int status,
            Optional<Duration> took,
            Optional<String> client)
            implements Fact {
        @Override
        public String kind() {
            return "request-ended";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("id", id);
            fields.text("method", method);
            fields.text("path", path);
            fields.number("status", status);
            took.ifPresent(duration -> fields.duration("took", duration));
            fields.text("client", client);
        }
    }

    /**
     * A message was sent.
     *
     * @param event the name of the event, topic or queue: {@code order.created}
     * @param key what tells this message from others, where the line has it
     */
    record MessagePublished(String event, Optional<String> key) implements Fact {
        @Override
        public String kind() {
            return "message-published";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("event", event);
            fields.text("key", key);
        }
    }

    /**
     * A message was received.
     *
     * @param event the name of the event, topic or queue: {@code order.created}
     * @param key what tells this message from others, where the line has it
     */
    record MessageReceived(String event, Optional<String> key) implements Fact {
        @Override
        public String kind() {
            return "message-received";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("event", event);
            fields.text("key", key);
        }
    }

    /**
     * A trace began.
     *
     * @param service where
     */
    record TraceStarted(String trace, String service) implements Fact {
        @Override
        public String kind() {
            return "trace-started";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("trace", trace);
            fields.text("at", service);
        }
    }

    /**
     * A step of a trace was done.
     *
     * @param service who did it
     */
    record TraceStep(String trace, String service, Duration took) implements Fact {
        @Override
        public String kind() {
            return "trace-step";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("trace", trace);
            fields.text("at", service);
            fields.duration("took", took);
        }
    }

    /** A trace is complete. */
    record TraceEnded(String trace, Duration total) implements Fact {
        @Override
        public String kind() {
            return "trace-ended";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("trace", trace);
            fields.duration("total", total);
        }
    }

    /**
     * A service was registered for others to find.
     *
     * @param registry where: {@code consul}
     * @param name the name under which it was registered
     * @param address where it can be reached, where the line says so
     */
    record ServiceRegistered(String registry, String name, Optional<String> address) implements Fact {
        @Override
        public String kind() {
            return "service-registered";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("registry", registry);
            fields.text("name", name);
            fields.text("address", address);
        }
    }

    /** A registration was taken back. */
    record ServiceDeregistered(String registry, String name) implements Fact {
        @Override
        public String kind() {
            return "service-deregistered";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("registry", registry);
            fields.text("name", name);
        }
    }

    /** The emitting service has found others. */
    record ServicesDiscovered(List<String> names) implements Fact {
        public ServicesDiscovered {
            names = List.copyOf(names);
        }

        @Override
        public String kind() {
            return "services-discovered";
        }

        @Override
        public void describe(FactFields fields) {
            fields.texts("names", names);
        }
    }

    /** One measured value; nested names are joined by dots: {@code cpu_usage.user}. */
    record Value(String name, double value) {}

    /**
     * A service told what it measured of itself.
     *
     * @param service the name it gives itself, where the line has it
     */
    record Measured(Optional<String> service, List<Value> values) implements Fact {
        public Measured {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "metrics";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("of", service);
            fields.values("values", values);
        }
    }

    /** A service says where it can be opened. */
    record UrlAnnounced(String url) implements Fact {
        @Override
        public String kind() {
            return "url";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("url", url);
        }
    }

    /** A service could not have a port because somebody else has it. */
    record PortTaken(int port) implements Fact {
        @Override
        public String kind() {
            return "port-taken";
        }

        @Override
        public void describe(FactFields fields) {
            fields.number("port", port);
        }
    }

    /**
     * A service told of an error that it has not told of before in this start. Brummer itself finds it.
     *
     * @param fingerprint the same for the same error apart from ids, numbers and times: eight hexadecimal digits
     * @param title what the line says
     */
    record NewError(String fingerprint, String title) implements Fact {
        @Override
        public String kind() {
            return "new-error";
        }

        @Override
        public void describe(FactFields fields) {
            fields.text("fingerprint", fingerprint);
            fields.text("title", title);
        }
    }

    /**
     * A fact of a kind that a plugin has named itself.
     *
     * @param kind lower case words joined by hyphens
     * @param fields in the order in which they are shown; their names are lower case words joined by underscores, and none
     *     of those that every fact has
     */
    record Other(String kind, Map<String, String> fields) implements Fact {
        private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
        private static final Set<String> TAKEN =
                Set.of("type", "time", "seq", "service", "instance", "writer", "run", "source", "kind");

        /** @throws IllegalArgumentException if the kind or a field has no such name */
        public Other {
            if (!KIND.matcher(kind).matches()) {
                throw new IllegalArgumentException("a kind is lower case words joined by hyphens, not '" + kind + "'");
            }
            for (String name : fields.keySet()) {
                if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
                    throw new IllegalArgumentException("'" + name + "' cannot be the name of a field");
                }
            }
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public void describe(FactFields to) {
            fields.forEach((name, value) -> to.text(name, value));
        }
    }
}
