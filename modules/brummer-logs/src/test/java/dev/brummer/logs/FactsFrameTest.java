package dev.brummer.logs;

import static dev.brummer.logs.TestingJournal.AUTH;
import static dev.brummer.logs.TestingJournal.ORDERS;
import static dev.brummer.logs.TestingJournal.rest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.Fact;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts in the journal: as they were found, numbered with everything else, and to be had alone. */
class FactsFrameTest {
    private static final Instant SEEN = Instant.parse("2026-11-22T15:04:05.123456Z");

    private static final List<Fact> ONE_OF_EACH = List.of(
            new Fact.CircuitBreaker(Optional.of("payments"), Fact.BreakerState.HALF_OPEN),
            new Fact.CircuitBreaker(Optional.empty(), Fact.BreakerState.CLOSED),
            new Fact.RateLimit(
                    Optional.empty(),
                    Optional.of("192.168.1.100"),
                    OptionalLong.of(45),
                    OptionalLong.of(60),
                    Fact.LimitOutcome.COUNTED),
            new Fact.RateLimit(
                    Optional.of("api"),
                    Optional.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Fact.LimitOutcome.BLOCKED),
            new Fact.RequestStarted(Optional.of("a1b2c3"), "POST", "/api/orders"),
            new Fact.RequestEnded(
                    Optional.of("a1b2c3"),
                    "POST",
                    "/api/orders",
                    201,
                    Optional.of(Duration.ofNanos(523_000_100)),
                    Optional.of("::1")),
            new Fact.RequestEnded(Optional.empty(), "GET", "/ä", 500, Optional.empty(), Optional.empty()),
            new Fact.MessagePublished("order.created", Optional.of("12345")),
            new Fact.MessageReceived("order.created", Optional.empty()),
            new Fact.TraceStarted("5f3a2b1c", "gateway"),
            new Fact.TraceStep("5f3a2b1c", "auth", Duration.ofMillis(12)),
            new Fact.TraceEnded("5f3a2b1c", Duration.ofMillis(369)),
            new Fact.ServiceRegistered("consul", "users", Optional.of("172.20.0.5:3001")),
            new Fact.ServiceDeregistered("consul", "users"),
            new Fact.ServicesDiscovered(List.of("users", "orders")),
            new Fact.Measured(
                    Optional.of("orders"),
                    List.of(new Fact.Value("cpu.user", -0.125), new Fact.Value("requests", 1e300))),
            new Fact.UrlAnnounced("http://localhost:3000/"),
            new Fact.PortTaken(3000),
            new Fact.NewError("0a1b2c3d", "no connection"),
            new Fact.Other("cache-missed", fields()));

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("zone", "eu");
        fields.put("at", "");
        return fields;
    }

    @TempDir
    Path folder;

    private static FoundFact found(InstanceId instance, long source, Fact fact) {
        return new FoundFact(0, SEEN.minusMillis(source), instance, 3, source, new ServiceId("shop"), "test", fact);
    }

    private static List<FoundFact> facts(JournalCursor cursor) throws IOException {
        List<FoundFact> facts = new ArrayList<>();
        rest(cursor).forEach(entry -> facts.addAll(((FactBatch) entry).facts()));
        return facts;
    }

    @Test
    void everyKindOfFactIsReadAsItWasFound() throws IOException {
        try (var testing = new TestingJournal(folder)) {
            List<FoundFact> all = new ArrayList<>();
            ONE_OF_EACH.forEach(fact -> all.add(found(all.size() % 2 == 0 ? AUTH : ORDERS, all.size(), fact)));

            assertThat(testing.journal.found(all)).isEqualTo(1);

            List<FoundFact> read = facts(testing.journal.cursor(1));
            assertThat(read).extracting(FoundFact::fact).isEqualTo(ONE_OF_EACH);
            assertThat(read).extracting(FoundFact::sequence).startsWith(1L, 2L, 3L).endsWith((long) all.size());
            assertThat(read.get(2)).isEqualTo(new FoundFact(
                    3, SEEN.minusMillis(2), AUTH, 3, 2, new ServiceId("shop"), "test", ONE_OF_EACH.get(2)));
            assertThat(read.get(19).fact().toString()).contains("{zone=eu, at=}");
        }
    }

    @Test
    void factsCountInTheOneSequenceAndACursorMayBeginAmongThem() throws IOException {
        try (var testing = new TestingJournal(folder)) {
            testing.log(AUTH, 1, "one\ntwo\n");
            long first = testing.journal.found(List.of(
                    found(AUTH, 1, ONE_OF_EACH.get(0)),
                    found(AUTH, 2, ONE_OF_EACH.get(17)),
                    found(AUTH, 2, ONE_OF_EACH.get(9))));
            testing.log(AUTH, 1, "three\n");

            assertThat(first).isEqualTo(3);
            assertThat(testing.all()).last().isEqualTo("6 auth/1 three");
            assertThat(TestingJournal.shown(rest(testing.journal.cursor(4))))
                    .containsExactly("4 " + ONE_OF_EACH.get(17), "5 " + ONE_OF_EACH.get(9), "6 auth/1 three");
        }
    }

    @Test
    void factsCanBeReadAloneByThisProcessAndAnother() throws IOException {
        try (var testing = new TestingJournal(folder)) {
            for (int i = 0; i < 500; i++) {
                testing.log(AUTH, 1, "a line before fact " + i + "\n");
                testing.journal.found(List.of(found(AUTH, i * 2 + 1, new Fact.PortTaken(i))));
            }

            assertThat(facts(testing.journal.facts(1))).hasSize(500).extracting(FoundFact::sequence).endsWith(1000L);
            try (var reader = JournalReader.open(testing.journal.folder(), TestingJournal.NO_LEVELS)) {
                assertThat(facts(reader.facts(501))).hasSize(250).first().extracting(FoundFact::fact)
                        .isEqualTo(new Fact.PortTaken(250));
            }
        }
    }
}
