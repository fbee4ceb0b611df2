package dev.brummer.runtime.health;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.CheckView;
import dev.brummer.api.CheckView.Asked;
import dev.brummer.api.CheckView.Purpose;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckBookTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    private static final CheckRef HEALTH = new CheckRef.Health();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final CheckBook book = new CheckBook();
    private Fleet fleet = Fleet.of(StageGraph.of(TestServices.project(service("web").health(3).port(3000))));
    private Duration now = Duration.ZERO;

    private void happens(Event event) {
        if (event instanceof Event.Answered answered) {
            book.answered(answered, fleet, NOON.plus(now));
        }
        fleet = Supervisor.decide(fleet, event, now).fleet();
        now = now.plusSeconds(1);
    }

    private void started() {
        happens(new Event.StartAsked(fleet.ids(), Cause.PERSON));
        happens(new Event.Spawned(WEB, fleet.instance(WEB).run()));
    }

    private void says(Answer answer, int millis) {
        happens(new Event.Answered(WEB, fleet.instance(WEB).run(), HEALTH, answer, Duration.ofMillis(millis)));
    }

    private CheckView health() {
        return book.of(fleet.instance(WEB), fleet.spec(WEB), List.of(3000)).checks().getFirst();
    }

    private List<Verdict> verdicts() {
        return health().history().stream().map(Asked::verdict).toList();
    }

    @Test
    void whatFailsWhileAServiceStartsIsNotYetAndTheLatestOfItIsKept() {
        started();
        says(Answer.failing("connection refused"), 1);
        says(Answer.failing("connection refused"), 2);
        says(Answer.passing("http 200"), 3);

        assertThat(verdicts()).containsExactly(Verdict.NOT_YET, Verdict.PASSING);
        assertThat(health().history().getFirst().time()).isEqualTo(NOON.plusSeconds(3));
        assertThat(health().failures()).isZero();
        assertThat(health().latency().orElseThrow().p95()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void failuresInARowAreCountedAndAPassEndsThem() {
        started();
        says(Answer.passing("http 200"), 3);
        says(Answer.failing("http 503"), 4);
        says(Answer.unknown("no such host"), 4);
        says(Answer.failing("http 503"), 4);
        assertThat(health().failures()).isEqualTo(2);
        assertThat(health().last().orElseThrow().reason()).isEqualTo("http 503");

        says(new Answer.Degraded("http 200", List.of(new Answer.Component("db", false, "slow"))), 4);
        assertThat(health().failures()).isZero();
        assertThat(health().last().orElseThrow().components()).hasSize(1);
    }

    @Test
    void whatAnEarlierRunIsAskedMeansNothing() {
        started();
        happens(new Event.Answered(WEB, 7, HEALTH, Answer.passing("late"), Duration.ZERO));

        assertThat(health().last()).isEmpty();
        assertThat(health().history()).isEmpty();
    }

    @Test
    void aHundredAndTwentyAnswersAreKept() {
        started();
        for (int millis = 1; millis <= 300; millis++) {
            says(Answer.passing("http 200"), millis);
        }

        assertThat(health().history()).hasSize(120);
        assertThat(health().history().getFirst().took()).isEqualTo(Duration.ofMillis(181));
        assertThat(health().latency().orElseThrow())
                .isEqualTo(new CheckView.Latency(Duration.ofMillis(300), Duration.ofMillis(240), Duration.ofMillis(294)));
    }

    @Test
    void aCheckSaysInWordsWhatItAsks() {
        started();
        assertThat(health().question()).isEqualTo("http /health");
        assertThat(health().purpose()).isEqualTo(Purpose.HEALTH);

        assertThat(checks(service("db").port(5432).port(5433)))
                .extracting(CheckView::question)
                .containsExactly("listens on 5432, 5433");
        assertThat(checks(service("db").checkedFor("redis://:hunter2@localhost")))
                .extracting(CheckView::question, CheckView::purpose)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("log redis://:***@localhost", Purpose.READINESS));
    }

    @Test
    void whoHasNoCheckHasNone() {
        assertThat(checks(service("worker"))).isEmpty();
        assertThat(checks(task("migrate").port(1))).isEmpty();
    }

    private List<CheckView> checks(TestServices only) {
        Fleet other = Fleet.of(StageGraph.of(TestServices.project(only)));
        InstanceId id = other.ids().iterator().next();
        return book.of(other.instance(id), other.spec(id), List.of(5432, 5433)).checks();
    }
}
