package dev.brummer.insight.fact;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.host.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Picks the facts that a person should hear of at once, each change once. For one thread. */
public final class Highlights {
    private static final int MOST = 1000;
    /** A client that has been let through for so long is told of again. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Map<Breaker, Instant> open = new Recent<>();
    private final Map<Limited, Instant> refused = new Recent<>();

    /** A line for the stream. */
    public record Highlight(Level level, String text) {}

    private record Breaker(ServiceId service, Optional<String> target) {}

    private record Limited(ServiceId service, Optional<String> limiter, Optional<String> client) {}

    /** What to say of a fact; empty for most. */
    public Optional<Highlight> of(FoundFact found) {
        return switch (found.fact()) {
            case Fact.CircuitBreaker(var target, var state) -> breaker(found, target, state);
            case Fact.RateLimit limit -> limit(found, limit);
            case Fact.NewError(_, var title) ->
                Optional.of(new Highlight(Level.WARN, "new error in " + found.service() + ": " + title));
            case Fact.RequestStarted _,
                    Fact.RequestEnded _,
                    Fact.MessagePublished _,
                    Fact.MessageReceived _,
                    Fact.TraceStarted _,
                    Fact.TraceStep _,
                    Fact.TraceEnded _,
                    Fact.ServiceRegistered _,
                    Fact.ServiceDeregistered _,
                    Fact.ServicesDiscovered _,
                    Fact.Measured _,
                    Fact.UrlAnnounced _,
                    Fact.PortTaken _,
                    Fact.Other _ -> Optional.empty();
        };
    }

    private Optional<Highlight> breaker(FoundFact found, Optional<String> target, Fact.BreakerState state) {
        Breaker breaker = new Breaker(found.service(), target);
        String name = target.map(to -> "circuit breaker for " + to).orElse("a circuit breaker") + " in " + found.service();
        return switch (state) {
            case OPEN -> open.putIfAbsent(breaker, found.time()) == null
                    ? Optional.of(new Highlight(Level.WARN, name + " opened"))
                    : Optional.empty();
            case HALF_OPEN -> Optional.empty();
            case CLOSED -> Optional.ofNullable(open.remove(breaker))
                    .map(since -> new Highlight(Level.INFO, name + " closed after " + between(since, found.time())));
        };
    }

    private static String between(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        return DurationText.of(duration.compareTo(Duration.ofSeconds(1)) < 0
                ? Duration.ofMillis(Math.max(0, duration.toMillis()))
                : Duration.ofSeconds(duration.toSeconds()));
    }

    private Optional<Highlight> limit(FoundFact found, Fact.RateLimit limit) {
        if (limit.outcome() == Fact.LimitOutcome.COUNTED) {
            return Optional.empty();
        }
        Limited limited = new Limited(found.service(), limit.limiter(), limit.client());
        Instant last = refused.put(limited, found.time());
        if (last != null && Duration.between(last, found.time()).compareTo(QUIET) < 0) {
            return Optional.empty();
        }
        String who = limit.client().map(client -> "client " + client + " has").orElse("requests have");
        String what = limit.limiter().map(name -> "the rate limit " + name).orElse("the rate limit");
        String of = limit.budget().isPresent() ? " of " + limit.budget().getAsLong() : "";
        return Optional.of(new Highlight(Level.WARN, who + " reached " + what + of + " of " + found.service()));
    }

    /** Forgets what has not been heard of for the longest time. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }
}
