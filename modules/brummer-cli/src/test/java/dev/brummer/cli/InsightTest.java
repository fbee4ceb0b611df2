package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.insight.report.Insight;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.TraceText;
import dev.brummer.insight.view.Report;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalReader;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.JournalTrouble;
import dev.brummer.runtime.history.Following;
import dev.brummer.runtime.history.Start;
import dev.brummer.spi.Fact;
import dev.brummer.spi.Fact.BreakerState;
import dev.brummer.spi.FoundFact;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.Level;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The facts of a journal, shown once and as they come. */
class InsightTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T15:04:05Z");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final List<String> frames = new ArrayList<>();
    private Journal journal;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder.resolve("journal"),
                JournalSettings.keeping(1 << 20, 3),
                now::get,
                (_, _, _) -> null,
                new JournalTrouble() {
                    @Override
                    public void storingStopped(Path file, IOException cause) {
                        throw new AssertionError(cause);
                    }

                    @Override
                    public void storingResumed() {}
                });
        journal.notice(Level.INFO, "there is a journal as soon as there is something in it");
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    static List<Verb> verbs() {
        return InsightCommand.verbs();
    }

    private void found(String service, Fact fact) {
        ServiceId id = new ServiceId(service);
        journal.found(List.of(new FoundFact(0, now.get(), InstanceId.only(id), 1, 1, id, "test", fact)));
    }

    private void opened(String target) {
        found("orders", new Fact.CircuitBreaker(Optional.of(target), BreakerState.OPEN));
    }

    private JournalReader reader() throws IOException {
        return JournalReader.open(journal.folder(), (_, _, _) -> null);
    }

    private <R extends Report<R>> StoredFacts<R> facts(Insight<R> insight, JournalReader reader, boolean running) {
        return new StoredFacts<>(insight.view(), reader, new Start(journal.folder(), running), now::get);
    }

    private static <R extends Report<R>> Shown<R> shown(Insight<R> insight, boolean json, String... services) {
        return new Shown<>(
                insight,
                Set.of(services),
                json,
                () -> new Page(Paint.NONE, TraceText.UNBOUNDED, ZoneOffset.UTC));
    }

    private void shownOnce(String verb, boolean json, boolean running, String... services) throws IOException {
        once(Insight.of(verb, Optional.empty()), json, running, services);
    }

    private <R extends Report<R>> void once(Insight<R> insight, boolean json, boolean running, String... services)
            throws IOException {
        try (JournalReader reader = reader()) {
            var facts = facts(insight, reader, running);
            facts.readAll();
            Shown<R> shown = shown(insight, json, services);
            frames.add(shown.text(facts.report()));
            shown.nothing(facts.report()).ifPresent(frames::add);
        }
    }

    @Test
    void whatIsStoredIsShownWithNowAsLongAsTheStartRuns() throws IOException {
        opened("payments");
        now.set(BEGIN.plusSeconds(12));
        shownOnce("breakers", false, true);

        assertThat(frames.getFirst()).startsWith("payments breaker in orders is open for 12 s, opened once\n");
    }

    @Test
    void aStartThatHasEndedIsToldAsItWasThen() throws IOException {
        opened("payments");
        now.set(BEGIN.plusSeconds(5));
        journal.end(0);
        now.set(BEGIN.plusSeconds(5000));
        shownOnce("breakers", false, false);

        assertThat(frames.getFirst()).startsWith("payments breaker in orders is open for 5 s, opened once\n");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void withNothingToShowASentenceSaysSoAndJsonIsWholeAllTheSame(Verb verb) throws IOException {
        found("web", new Fact.PortTaken(80));
        shownOnce(verb.name(), false, true);
        shownOnce(verb.name(), true, true);

        assertThat(frames.get(0)).isEmpty();
        assertThat(frames.get(1)).matches("no [a-z ]+ were seen");
        assertThat(frames.get(2)).contains("\"type\": \"" + verb.name() + "\"").contains("[]");
    }

    @Test
    void servicesNarrowItDown() throws IOException {
        opened("payments");
        found("users", new Fact.CircuitBreaker(Optional.of("mail"), BreakerState.OPEN));
        shownOnce("breakers", false, true, "users");
        shownOnce("breakers", false, true, "gateway");

        assertThat(frames.get(0)).contains("mail breaker in users").doesNotContain("payments");
        assertThat(frames.get(2)).isEqualTo("no circuit breakers of gateway were seen");
    }

    @Test
    void whatIsFollowedIsShownAboutOnceASecondAndOnlyIfItIsNew() throws IOException {
        Insight<?> insight = Insight.of("limits", Optional.empty());
        follow(insight, Redrawing.Frames.inARow(frames::add), taker -> {
            taker.take(List.of());
            found("gateway", blocked());
            taker.more();
            now.set(BEGIN.plusMillis(999));
            taker.more();
            assertThat(frames).isEmpty();
            now.set(BEGIN.plusSeconds(1));
            taker.more();
            now.set(BEGIN.plusSeconds(3));
            taker.more();
            assertThat(frames).hasSize(1);
            found("gateway", blocked());
            now.set(BEGIN.plusSeconds(4));
            taker.more();
        });

        assertThat(frames).hasSize(2);
        assertThat(frames.get(0)).startsWith("SERVICE ");
        assertThat(frames.get(1)).startsWith("\nSERVICE ").matches("(?s).* 2 .*");
    }

    @Test
    void onATerminalItIsDrawnInPlaceAndNotBeyondItsRows() throws IOException {
        Insight<?> insight = Insight.of("breakers", Optional.empty());
        follow(insight, Redrawing.Frames.inPlace(frames::add, () -> 6), taker -> {
            opened("payments");
            taker.more();
            opened("stock");
            now.set(BEGIN.plusSeconds(2));
            taker.more();
        });

        assertThat(frames.get(0).lines()).hasSize(4);
        assertThat(frames.get(1)).startsWith("\u001b[4F\u001b[0J").endsWith("\n… 2 more lines\n");
        assertThat(frames.get(1).lines()).hasSize(5);
    }

    @Test
    void followingEndsWithTheStart() throws IOException {
        opened("payments");
        journal.end(0);
        Insight<?> insight = Insight.of("breakers", Optional.empty());
        followToTheEnd(insight);

        assertThat(frames).hasSize(1);
    }

    private <R extends Report<R>> void followToTheEnd(Insight<R> insight) throws IOException {
        try (JournalReader reader = reader()) {
            var facts = facts(insight, reader, true);
            var redrawing = new Redrawing<>(facts, shown(insight, false), now::get, frames::add);
            new Following(reader, folder).run(facts.cursor(), redrawing);
            assertThat(redrawing.end()).isEmpty();
        }
    }

    private interface Steps {
        void run(Turns turns) throws IOException;
    }

    private interface Turns extends Following.Taker {
        /** Takes what has been stored since. */
        void more() throws IOException;
    }

    private <R extends Report<R>> void follow(Insight<R> insight, Redrawing.Frames to, Steps steps)
            throws IOException {
        try (JournalReader reader = reader()) {
            var facts = facts(insight, reader, true);
            var redrawing = new Redrawing<>(facts, shown(insight, false), now::get, to);
            steps.run(new Turns() {
                @Override
                public void more() throws IOException {
                    boolean ignored = reader.refresh();
                    take(facts.cursor().next(1 << 16));
                }

                @Override
                public void take(List<JournalEntry> entries) throws IOException {
                    redrawing.take(entries);
                }
            });
        }
    }

    private static Fact blocked() {
        return new Fact.RateLimit(
                Optional.empty(),
                Optional.of("10.0.0.1"),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Fact.LimitOutcome.BLOCKED);
    }

    @Test
    void whatIsNoLongerKeptIsSaid() throws IOException {
        try (JournalReader reader = reader()) {
            assertThat(facts(Insight.of("limits", Optional.empty()), reader, true).missing()).isEmpty();
        }
        for (int i = 0; i < 800; i++) {
            journal.notice(Level.INFO, "x".repeat(4000));
        }
        journal.retain();
        try (JournalReader reader = reader()) {
            assertThat(facts(Insight.of("limits", Optional.empty()), reader, true).missing())
                    .hasValueSatisfying(text -> assertThat(text).contains("no longer kept"));
        }
    }

    @Test
    void onlyTheseCommandsShowFacts() {
        assertThatThrownBy(() -> Insight.of("up", Optional.empty())).isInstanceOf(IllegalArgumentException.class);
    }
}
