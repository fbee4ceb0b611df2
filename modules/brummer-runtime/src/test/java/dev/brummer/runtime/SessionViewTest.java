package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.api.Filters;
import dev.brummer.api.QueryFaultException;
import dev.brummer.core.TestServices;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.StreamWriter;
import dev.brummer.logs.query.Unit;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.JournalEntry;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.Notice;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionViewTest {
    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T15:00:00Z"));
    private final List<StreamLens.Focus> focuses = new ArrayList<>();
    private Journal journal;
    private LiveJournal history;
    private SessionView view;

    @BeforeEach
    void create() throws IOException {
        journal = Journal.create(
                folder, JournalSettings.keeping(1 << 20, 1), now::get, (_, _, _) -> null, new StorageTrouble());
        history = new LiveJournal(
                () -> TestServices.project(
                        TestServices.service("users").aliases("billing"),
                        TestServices.service("auth").aliases("billing")),
                journal,
                now::get);
        view = new SessionView(new OwnLines(history, journal), now::get);
        view.drawnBy(focuses::add);
    }

    @AfterEach
    void end() {
        history.close();
    }

    private boolean sees(String service, String line) throws IOException {
        long before = journal.lastSequence();
        write(service, line);
        LogBatch batch = (LogBatch) journal.cursor(before + 1).next(1 << 16).getFirst();
        return focuses.getLast().query().matches(Unit.line(batch, 0));
    }

    private void write(String service, String line) {
        StreamWriter writer = journal.stream(InstanceId.only(new ServiceId(service)), 1, StreamName.STDOUT);
        writer.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        writer.end();
    }

    @Test
    void whatIsShownIsWhatTheQueryMeans() throws IOException, QueryFaultException {
        view.show("user-service  TIMEOUT");
        assertThat(sees("users", "a timeout")).isTrue();
        assertThat(sees("users", "all well")).isFalse();
        assertThat(sees("auth", "a timeout")).isFalse();
        assertThat(view.filters().shown()).contains("user-service TIMEOUT");
    }

    @Test
    void thatANameCouldBeSeveralIsSaidWhereItIsShownOrHidden() throws IOException, QueryFaultException {
        view.hide("billing");
        view.show("billing");

        StreamLens lens = new StreamLens(history.past(), now::get, history::attribution);
        lens.focus(focuses.getLast());
        List<String> told = lens.refocus(1).stream().map(entry -> ((Notice) entry).text()).toList();
        assertThat(told)
                .containsExactly(
                        "'billing' may be auth or users, so it is taken as text alone: say which, as in service:auth",
                        "showing billing but billing; nothing of the past");
    }

    @Test
    void whatIsProbablyPartOfARequestIsMarkedWithinThePast() throws IOException, QueryFaultException {
        write("gateway", "[a1b2c3] POST /orders - Start");
        write("payments", "WARN slow order 12345");
        write("gateway", "[a1b2c3] POST /orders - 201 (3ms)");
        view.hide("nothing");
        view.show("a1b2c3");

        StreamLens lens = new StreamLens(history.past(), now::get, history::attribution);
        lens.focus(focuses.getLast());
        List<JournalEntry> seen = lens.refocus(journal.lastSequence() + 1);
        assertThat(((Notice) seen.getFirst()).text())
                .isEqualTo("showing a1b2c3 but nothing; 3 of the past, with ~ what is probably part of it");
        assertThat(seen.stream().skip(1).map(entry -> ((LogBatch) entry).text(0)))
                .containsExactly(
                        "[a1b2c3] POST /orders - Start",
                        "~ WARN slow order 12345",
                        "[a1b2c3] POST /orders - 201 (3ms)");
    }

    @Test
    void whatHasNotEndedIsToldOnceItHasStoodForAMoment() throws Exception {
        List<List<String>> told = new ArrayList<>();
        UnfinishedWatch watch = new UnfinishedWatch(
                new OwnUnfinished(journal.unfinished()), view::seen, now::get, lines -> told.add(lines.stream()
                        .map(line -> line.instance().label() + " " + line.text(0))
                        .toList()));
        StreamWriter web = journal.stream(InstanceId.only(new ServiceId("web")), 1, StreamName.STDOUT);
        StreamWriter job = journal.stream(InstanceId.only(new ServiceId("job")), 1, StreamName.STDOUT);
        assertThat(watch.look()).isEqualTo(Duration.ofMinutes(1));
        web.write(StandardCharsets.UTF_8.encode("Proceed?"));
        assertThat(watch.look()).isEqualTo(Duration.ofMillis(300));
        assertThat(told).isEmpty();

        now.set(now.get().plusMillis(300));
        job.write(StandardCharsets.UTF_8.encode("..."));
        assertThat(watch.look()).isEqualTo(Duration.ofMillis(300));
        now.set(now.get().plusMillis(300));
        assertThat(watch.look()).isEqualTo(Duration.ofSeconds(1));
        assertThat(told).containsExactly(List.of("web Proceed?"), List.of("web Proceed?", "job ..."));

        told.clear();
        view.hide("proceed");
        assertThat(watch.look()).isEqualTo(Duration.ofSeconds(1));
        job.end();
        web.end();
        assertThat(watch.look()).isEqualTo(Duration.ofMinutes(1));
        assertThat(watch.look()).isEqualTo(Duration.ofMinutes(1));
        assertThat(told).containsExactly(List.of("job ..."), List.of());
    }

    @Test
    void whoeverWatchesIsToldWhatHasNotEndedAndThatItHas() throws Exception {
        BlockingQueue<List<LogBatch>> told = new LinkedBlockingQueue<>();
        now.set(now.get().minusSeconds(1));
        StreamWriter web = journal.stream(InstanceId.only(new ServiceId("web")), 1, StreamName.STDOUT);
        web.write(StandardCharsets.UTF_8.encode("Proceed?"));
        now.set(now.get().plusSeconds(1));
        view.watchUnfinished(told::add);

        assertThat(told.poll(30, TimeUnit.SECONDS)).singleElement().satisfies(line -> assertThat(line.text(0))
                .isEqualTo("Proceed?"));
        web.end();
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEmpty();
        journal.close();
    }

    @Test
    void whatIsHiddenIsTakenFromWhatIsShown() throws IOException, QueryFaultException {
        view.hide("healthz");
        assertThat(sees("auth", "GET /healthz")).isFalse();
        assertThat(sees("auth", "GET /login")).isTrue();
        view.show("GET");
        assertThat(sees("auth", "GET /healthz")).isFalse();
        assertThat(sees("auth", "GET /login")).isTrue();
        assertThat(sees("auth", "POST /login")).isFalse();
        assertThat(view.filters()).isEqualTo(new Filters(Optional.of("GET"), Optional.of("healthz")));
        view.clear();
        assertThat(sees("auth", "POST /healthz")).isTrue();
        assertThat(view.filters()).isEqualTo(Filters.NONE);
    }

    @Test
    void aFaultLeavesEverythingAsItIs() throws QueryFaultException {
        view.show("GET");
        assertThatThrownBy(() -> view.show("service:nobody"))
                .isInstanceOfSatisfying(QueryFaultException.class, fault -> {
                    assertThat(fault).hasMessageContaining("there is no service 'nobody'");
                    assertThat(fault.position()).isEqualTo(8);
                });
        assertThatThrownBy(() -> view.hide("/(/")).isInstanceOf(QueryFaultException.class);
        assertThat(focuses).hasSize(1);
        assertThat(view.filters()).isEqualTo(new Filters(Optional.of("GET"), Optional.empty()));
    }

    @Test
    void aMarkIsWhereSinceMarkBegins() throws IOException, QueryFaultException {
        assertThatThrownBy(() -> view.show("since:mark")).hasMessageContaining("no mark");
        now.set(now.get().plus(Duration.ofMinutes(1)));
        assertThat(view.mark()).isEqualTo(now.get());
        view.show("since:mark");
        assertThat(focuses.getLast().query().from()).isEqualTo(now.get());
    }
}
