package dev.brummer.cli.test;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Outcomes as tests make them: services got ready after 3.4 s, the command ran for 2 s. */
final class Outcomes {
    static final Instant BEGIN = Instant.parse("2026-11-22T15:04:05.678Z");

    private Outcomes() {}

    static TestOutcome of(Verdict verdict, TestOutcome.Service... services) {
        return new TestOutcome(
                "integration",
                "npm test",
                BEGIN,
                Optional.of(Duration.ofMillis(3400)),
                Optional.of(Duration.ofSeconds(2)),
                Duration.ofMillis(5400),
                List.of(services),
                verdict);
    }

    static TestOutcome.Service ready(String name, Duration took) {
        return new TestOutcome.Service(id(name), false, ServiceState.READY, 1, "listening on port 3001", Optional.of(took));
    }

    static TestOutcome.Service failed(String name, String reason) {
        return service(name, ServiceState.FAILED, 1, reason);
    }

    static TestOutcome.Service waiting(String name, String reason) {
        return service(name, ServiceState.WAITING, 0, reason);
    }

    static TestOutcome.Service service(String name, ServiceState state, int run, String reason) {
        return new TestOutcome.Service(id(name), false, state, run, reason, Optional.empty());
    }

    private static InstanceId id(String name) {
        return InstanceId.only(new ServiceId(name));
    }
}
