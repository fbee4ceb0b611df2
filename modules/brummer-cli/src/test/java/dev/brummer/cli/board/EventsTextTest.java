package dev.brummer.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.runtime.history.Happenings.Happening;
import dev.brummer.spi.Fact;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventsTextTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final InstanceId ORDERS = InstanceId.only(new ServiceId("orders"));

    private final Page page = new Page(Paint.NONE, 64, ZoneOffset.UTC);
    private final EventsText text =
            new EventsText(() -> page, List.of("auth", "orders"), Optional.of(LocalDate.of(2026, 11, 22)));

    private List<String> lines(Happening... happenings) {
        return text.of(List.of(happenings)).lines().toList();
    }

    private static Happening plain(JournalEntry entry) {
        return new Happening(entry, Optional.empty());
    }

    private static StateChange change(Instant time, ServiceState to, String reason) {
        return new StateChange(
                1, time, ORDERS, 2, ServiceState.STARTING, to, reason, Optional.of(Duration.ofMillis(1200)));
    }

    @Test
    void aLineSaysWhenWhoWhatAndWhy() {
        FoundFact fact = new FoundFact(
                2, NOON, ORDERS, 1, 1, ORDERS.service(), "test", new Fact.NewError("0011", "no such user"));

        assertThat(lines(
                        plain(change(NOON, ServiceState.READY, "http 200 in 12 ms")),
                        plain(change(NOON, ServiceState.BACKING_OFF, "exit 1")),
                        new Happening(new FactBatch(2, NOON, 1, () -> List.of(fact)), Optional.of("no such user")),
                        plain(new Gap(3, NOON, 2, "could not be stored"))))
                .containsExactly(
                        "12:00:00.000  orders  ready            http 200 in 12 ms, up in",
                        "                                       1.2 s",
                        "12:00:00.000  orders  backing-off      exit 1, after 1.2 s",
                        "12:00:00.000  orders  new-error        no such user",
                        "12:00:00.000  brum    missing          2 lines could not be",
                        "                                       stored");
    }

    @Test
    void aNoticeOfSeveralLinesStandsBelowItself() {
        assertThat(lines(plain(new Notice(1, NOON, Level.INFO, "ready in 3 s\n  auth  port 3001"))))
                .containsExactly(
                        "12:00:00.000  brum                     ready in 3 s",
                        "                                         auth  port 3001");
    }

    @Test
    void addressesInFurtherLinesAreNotBroken() {
        EventsText narrower = new EventsText(
                () -> new Page(Paint.NONE, 66, ZoneOffset.UTC), List.of("orders"), Optional.of(LocalDate.of(2026, 11, 22)));
        var notice = new Notice(1, NOON, Level.INFO, "ready in 3 s\n  auth  http://127.0.0.1:3001");

        assertThat(narrower.of(List.of(plain(notice))).lines())
                .containsExactly(
                        "12:00:00.000  brum                     ready in 3 s",
                        "                auth  http://127.0.0.1:3001");
    }

    @Test
    void aNarrowTerminalHasTheReasonBelow() {
        EventsText narrow = new EventsText(
                () -> new Page(Paint.NONE, 40, ZoneOffset.UTC), List.of("orders"), Optional.of(LocalDate.of(2026, 11, 22)));

        assertThat(narrow.of(List.of(plain(new Notice(1, NOON, Level.INFO, "ready in 3 s\n  auth  port 3001")))).lines())
                .containsExactly("12:00:00.000  brum", "    ready in 3 s", "      auth  port 3001");
    }

    @Test
    void anotherDayIsSaidOnce() {
        Instant before = NOON.minus(Duration.ofDays(1));

        assertThat(lines(
                        plain(change(before, ServiceState.STOPPED, "brum stop")),
                        plain(change(NOON, ServiceState.STARTING, "asked for"))))
                .element(0)
                .isEqualTo("── 2026-11-21 ──");
        assertThat(lines(plain(change(NOON, ServiceState.READY, "started")))).hasSize(1);
    }
}
