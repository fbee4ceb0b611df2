package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.LimitOutcome;
import dev.brummer.spi.LogLine;
import dev.brummer.spi.LogParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code [Rate Limit] Client 10.0.0.7 - 45/60 requests}, and what Resilience4j's RateLimiter tells. An answer 429 is
 * not its affair: it is the end of a request.
 */
final class RateLimitParser implements LogParser {
    private static final String MARK = "[Rate Limit] Client ";
    private static final String LIMITER = "RateLimiter '";
    private static final String EVENT = "RateLimiterEvent{type=";

    @Override
    public List<String> needles() {
        return List.of(MARK, LIMITER, EVENT);
    }

    @Override
    public void parse(LogLine line, Consumer<Fact> found) {
        String said = Said.in(line);
        Fact fact = client(said);
        if (fact == null) {
            fact = refusal(said);
        }
        if (fact == null) {
            fact = event(said);
        }
        if (fact != null) {
            found.accept(fact);
        }
    }

    private static @Nullable Fact client(String said) {
        return Scan.fact(MARK, said, RateLimitParser::client);
    }

    private static @Nullable Fact client(Scan scan) {
        String client = scan.until(" - ");
        if (client == null) {
            return null;
        }
        if (scan.take("Request blocked (429)")) {
            return scan.atEnd() ? of(client, OptionalLong.empty(), OptionalLong.empty(), LimitOutcome.BLOCKED) : null;
        }
        long used = scan.number();
        long budget = scan.take('/') ? scan.number() : -1;
        if (used < 0 || budget < 0 || !scan.take(" requests")) {
            return null;
        }
        boolean last = scan.take(" (limit reached)") || used == budget;
        LimitOutcome outcome = last ? LimitOutcome.REACHED : LimitOutcome.COUNTED;
        return scan.atEnd() ? of(client, OptionalLong.of(used), OptionalLong.of(budget), outcome) : null;
    }

    private static Fact of(String client, OptionalLong used, OptionalLong budget, LimitOutcome outcome) {
        return new Fact.RateLimit(Optional.empty(), Optional.of(client), used, budget, outcome);
    }

    /** The exception's message. Behind {@code Caused by:} it is told a second time. */
    private static @Nullable Fact refusal(String said) {
        Scan scan = Scan.behind(LIMITER, said);
        String limiter = scan == null ? null : scan.until("' does not permit further calls");
        return limiter == null || scan == null || !scan.atEnd() ? null : of(limiter, LimitOutcome.BLOCKED);
    }

    private static @Nullable Fact event(String said) {
        Scan scan = Scan.behind(EVENT, said);
        String type = scan == null ? null : scan.until(", rateLimiterName='");
        String limiter = scan == null || type == null ? null : scan.until("', creationTime=");
        if (limiter == null || type == null) {
            return null;
        }
        return switch (type) {
            case "FAILED_ACQUIRE" -> of(limiter, LimitOutcome.BLOCKED);
            case "SUCCESSFUL_ACQUIRE" -> of(limiter, LimitOutcome.COUNTED);
            default -> null;
        };
    }

    private static Fact of(String limiter, LimitOutcome outcome) {
        return new Fact.RateLimit(
                Optional.of(limiter), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), outcome);
    }
}
