package dev.brummer.runtime.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.runtime.history.Happenings.Happening;
import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.FactBatch;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.Gap;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HappeningsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Instant at(long sequence) {
        return NOON.plusSeconds(sequence);
    }

    private static StateChange ready(long sequence, String service) {
        return new StateChange(
                sequence,
                at(sequence),
                InstanceId.only(new ServiceId(service)),
                1,
                ServiceState.STARTING,
                ServiceState.READY,
                "http 200",
                Optional.empty());
    }

    private static Notice notice(long sequence, String text) {
        return new Notice(sequence, at(sequence), Level.WARN, text);
    }

    private static FactBatch found(long sequence, String service, Fact... facts) {
        ServiceId id = new ServiceId(service);
        List<FoundFact> found = java.util.stream.IntStream.range(0, facts.length)
                .mapToObj(i -> new FoundFact(
                        sequence + i, at(sequence), InstanceId.only(id), 1, 1, id, "test", facts[i]))
                .toList();
        return new FactBatch(sequence, at(sequence), facts.length, () -> found);
    }

    private static Fact breaker(BreakerState state) {
        return new Fact.CircuitBreaker(Optional.of("payments"), state);
    }

    private static List<JournalEntry> all(Happenings happenings, JournalEntry... entries) {
        return happenings.among(List.of(entries)).stream().map(Happening::entry).toList();
    }

    @Test
    void aFactThatPeopleHearOfIsToldOnceAndWithItsService() {
        var happenings = new Happenings(Set.of(), Instant.MIN);
        Fact counted = new Fact.RequestEnded(Optional.empty(), "GET", "/", 200, Optional.empty(), Optional.empty());

        List<Happening> picked = happenings.among(List.of(
                found(1, "orders", counted, breaker(BreakerState.OPEN), breaker(BreakerState.OPEN)),
                notice(4, "circuit breaker for payments in orders opened"),
                notice(5, "something else")));

        assertThat(picked).hasSize(2);
        assertThat(picked.getFirst().entry().sequence()).isEqualTo(2);
        assertThat(picked.getFirst().told()).hasValue("circuit breaker for payments in orders opened");
        assertThat(picked.getLast().entry()).isEqualTo(notice(5, "something else"));
    }

    @Test
    void forSomeServicesItIsWhatHappenedToThemAndWhatMentionsThem() {
        var happenings = new Happenings(Set.of("auth"), Instant.MIN);

        assertThat(all(
                        happenings,
                        ready(1, "auth"),
                        ready(2, "orders"),
                        notice(3, "port 3001, which auth could not have, is held by pid 4"),
                        notice(4, "oauth waits"),
                        notice(5, "auth-proxy waits"),
                        notice(6, "auth-2 waits"),
                        new Gap(7, at(7), 3, "could not be stored"),
                        found(8, "orders", breaker(BreakerState.OPEN)),
                        found(9, "auth", new Fact.NewError("0011", "no such user"))))
                .extracting(JournalEntry::sequence)
                .containsExactly(1L, 3L, 6L, 9L);
    }

    @Test
    void whatIsOlderIsLeftOut() {
        var happenings = new Happenings(Set.of(), at(2));

        assertThat(all(happenings, ready(1, "auth"), ready(2, "orders"), new Gap(3, at(3), 3, "no longer kept")))
                .extracting(JournalEntry::sequence)
                .containsExactly(2L, 3L);
    }
}
