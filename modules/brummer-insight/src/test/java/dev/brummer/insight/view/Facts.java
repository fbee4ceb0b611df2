package dev.brummer.insight.view;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Facts as parsers find them. Times are milliseconds since {@link #START}. */
public final class Facts {
    public static final Instant START = Instant.parse("2026-11-22T15:04:05Z");

    private Facts() {}

    public static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    public static FoundFact said(String service, long millis, Fact fact) {
        return said(InstanceId.only(new ServiceId(service)), 1, millis, fact);
    }

    public static FoundFact said(InstanceId instance, int run, long millis, Fact fact) {
        return new FoundFact(millis + 1, at(millis), instance, run, 1, instance.service(), "test", fact);
    }

    public static Fact breaker(String target, Fact.BreakerState state) {
        return new Fact.CircuitBreaker(Optional.of(target), state);
    }

    public static Fact breaker(Fact.BreakerState state) {
        return new Fact.CircuitBreaker(Optional.empty(), state);
    }

    public static Fact counted(String client, long used, long budget) {
        return new Fact.RateLimit(
                Optional.empty(),
                Optional.of(client),
                OptionalLong.of(used),
                OptionalLong.of(budget),
                used == budget ? Fact.LimitOutcome.REACHED : Fact.LimitOutcome.COUNTED);
    }

    public static Fact blocked(String client) {
        return new Fact.RateLimit(
                Optional.empty(),
                Optional.of(client),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Fact.LimitOutcome.BLOCKED);
    }

    public static Fact started(String path) {
        return new Fact.RequestStarted(Optional.empty(), "GET", path);
    }

    public static Fact started(String id, String path) {
        return new Fact.RequestStarted(Optional.of(id), "GET", path);
    }

    public static Fact ended(String path, int status) {
        return new Fact.RequestEnded(Optional.empty(), "GET", path, status, Optional.empty(), Optional.empty());
    }

    public static Fact ended(String id, String path, int status) {
        return new Fact.RequestEnded(Optional.of(id), "GET", path, status, Optional.empty(), Optional.empty());
    }

    public static Fact ended(String id, String path, int status, long millis) {
        Optional<Duration> took = Optional.of(Duration.ofMillis(millis));
        return new Fact.RequestEnded(Optional.of(id), "GET", path, status, took, Optional.empty());
    }

    public static Fact refused(String client) {
        return new Fact.RequestEnded(
                Optional.empty(), "GET", "/", 429, Optional.empty(), Optional.of(client));
    }

    public static Fact published(String event) {
        return new Fact.MessagePublished(event, Optional.empty());
    }

    public static Fact published(String event, String key) {
        return new Fact.MessagePublished(event, Optional.of(key));
    }

    public static Fact received(String event) {
        return new Fact.MessageReceived(event, Optional.empty());
    }

    public static Fact received(String event, String key) {
        return new Fact.MessageReceived(event, Optional.of(key));
    }

    public static Fact measured(String name, double value) {
        return new Fact.Measured(Optional.empty(), List.of(new Fact.Value(name, value)));
    }

    public static Fact registered(String name, String address) {
        return new Fact.ServiceRegistered("consul", name, Optional.of(address));
    }
}
