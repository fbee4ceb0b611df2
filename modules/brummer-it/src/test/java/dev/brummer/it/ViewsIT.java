package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.JournalTrouble;
import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the commands show of the facts that an ended start has left in its journal. */
@EndToEnd
class ViewsIT {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:04:05Z");

    private static Sandbox withFacts(Sandbox sandbox, Fact... facts) throws IOException {
        sandbox.yaml("services: {orders: {command: run orders}, users: {command: run users}}\n");
        Path folder = sandbox.project().resolve(".brummer/journal");
        try (Journal journal = Journal.create(
                folder, JournalSettings.keeping(1 << 20, 3), () -> BEGIN, (_, _, _) -> null, new NoTrouble())) {
            ServiceId orders = new ServiceId("orders");
            for (Fact fact : facts) {
                journal.found(List.of(
                        new FoundFact(0, BEGIN.minusSeconds(12), InstanceId.only(orders), 1, 1, orders, "test", fact)));
            }
            journal.end(0);
        }
        return sandbox;
    }

    private record NoTrouble() implements JournalTrouble {
        @Override
        public void storingStopped(Path file, IOException cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void storingResumed() {}
    }

    private static JsonNode json(Sandbox sandbox, String view) throws IOException {
        return new ObjectMapper().readTree(
                sandbox.brum(view, "--output", "json").run().hasExitCode(0).stdout());
    }

    @Test
    void everyViewIsATextAndAnObject(Sandbox sandbox) throws IOException {
        withFacts(
                sandbox,
                new Fact.CircuitBreaker(Optional.of("payments"), BreakerState.OPEN),
                new Fact.RateLimit(
                        Optional.empty(),
                        Optional.of("10.0.0.1"),
                        OptionalLong.of(45),
                        OptionalLong.of(60),
                        Fact.LimitOutcome.COUNTED),
                new Fact.RequestEnded(
                        Optional.of("a1b2c3"),
                        "POST",
                        "/api/orders/17",
                        500,
                        Optional.of(Duration.ofMillis(523)),
                        Optional.empty()),
                new Fact.MessagePublished("order.created", Optional.empty()),
                new Fact.Measured(Optional.empty(), List.of(new Fact.Value("memory", 81.5))),
                new Fact.ServiceRegistered("consul", "orders", Optional.of("172.20.0.6:3002")));

        assertThat(sandbox.brum("breakers").run().hasExitCode(0).lines())
                .startsWith("payments breaker in orders is open for 12 s, opened once");
        assertThat(sandbox.brum("limits", "orders").run().lines().get(1)).matches("orders +10.0.0.1 +45/60 .*");
        assertThat(sandbox.brum("requests").run().lines()).anyMatch(
                line -> line.matches("orders +POST /api/orders/:id +1 .* 100 % +523 ms .* a1b2c3 523 ms"));
        assertThat(sandbox.brum("messages").run().lines())
                .startsWith("order.created was published once and never received");
        assertThat(sandbox.brum("metrics", "--follow").run().hasExitCode(0).lines().get(1))
                .matches("orders +memory +81.5 .*");
        assertThat(sandbox.brum("discovery").run().stdout()).contains("declared, but never registered: users");

        assertThat(json(sandbox, "breakers").at("/breakers/0/forMs").asLong()).isEqualTo(12_000);
        assertThat(json(sandbox, "limits").at("/clients/0/used").asLong()).isEqualTo(45);
        assertThat(json(sandbox, "requests").at("/routes/0/whole/p95Ms").asDouble()).isEqualTo(523);
        assertThat(json(sandbox, "messages").at("/events/0/neverReceived").asBoolean()).isTrue();
        assertThat(json(sandbox, "metrics").at("/metrics/0/last").asDouble()).isEqualTo(81.5);
        assertThat(json(sandbox, "discovery").at("/missing/0").asText()).isEqualTo("users");
    }

    @Test
    void whatWasNotSeenIsSaidAndWhatIsNotThereIsRefused(Sandbox sandbox) throws IOException {
        sandbox.yaml("services: {orders: {command: run orders}}\n");
        assertThat(sandbox.brum("breakers").run().hasExitCode(3).stderr()).contains("nothing has been started");
        withFacts(sandbox, new Fact.PortTaken(80));

        assertThat(sandbox.brum("breakers").run().hasExitCode(0).stderr()).isEqualTo("no circuit breakers were seen\n");
        assertThat(sandbox.brum("breakers").run().stdout()).isEmpty();
        sandbox.brum("limits", "order").run().hasExitCode(0);
        sandbox.brum("limits", "ordres").run().isRefusedWith("there is no service 'ordres'", "did you mean 'orders'?");
        sandbox.brum("requests", "--output", "markdown").run().isRefusedWith("requests --output takes text or json");
        sandbox.brum("metrics", "--start", "previous").run().isRefusedWith("there is no previous start");
    }
}
