package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Decision;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Exit;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.core.supervision.Timer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowStopsTest {
    private final List<String> said = new ArrayList<>();
    private final SlowStops stops = new SlowStops();
    private Duration now = Duration.ZERO;
    private Fleet fleet = Fleet.of(StageGraph.of(project()));

    private void ready(TestServices... services) {
        fleet = Fleet.of(StageGraph.of(project(services)));
        post(new Event.StartAsked(fleet.ids(), Cause.FIRST_START));
    }

    private void post(Event event) {
        Decision decision = Supervisor.decide(fleet, event, now);
        fleet = decision.fleet();
        look();
        for (Action action : decision.actions()) {
            if (action instanceof Action.Start(var instance, var run, _)) {
                post(new Event.Spawned(instance, run));
            }
        }
    }

    private void look() {
        stops.look(fleet, now).ifPresent(line -> said.add(now.toSeconds() + ": " + line));
    }

    private void stop() {
        post(new Event.StopAsked(fleet.ids(), "Ctrl-C"));
    }

    private static InstanceId id(String label) {
        return InstanceId.only(new ServiceId(label));
    }

    private void exit(String label) {
        post(new Event.Exited(id(label), fleet.instance(id(label)).run(), new Exit(0), true));
    }

    private void elapse(int seconds) {
        Duration end = now.plusSeconds(seconds);
        for (var next = stops.next(); next.isPresent() && next.get().compareTo(end) <= 0; next = stops.next()) {
            now = next.get();
            look();
        }
        now = end;
    }

    @Test
    void whatIsLeftIsSaidAfterTwoFiveTenSecondsAndThenEachTimeTwiceAsLate() {
        ready(service("web").grace(Duration.ofMinutes(2)));
        elapse(60);
        stop();
        elapse(100);
        assertThat(said)
                .containsExactly(
                        "62: still stopping: web (killed in 1 min 58 s)",
                        "65: still stopping: web (killed in 1 min 55 s)",
                        "70: still stopping: web (killed in 1 min 50 s)",
                        "80: still stopping: web (killed in 1 min 40 s)",
                        "100: still stopping: web (killed in 1 min 20 s)",
                        "140: still stopping: web (killed in 40 s)");
    }

    @Test
    void onlyWhatIsLeftIsNamedWithThoseTogetherThatAreKilledAtTheSameTime() {
        ready(service("a"), service("b"), service("c").grace(Duration.ofSeconds(30)), service("d"));
        stop();
        elapse(3);
        exit("b");
        elapse(3);
        assertThat(said)
                .containsExactly(
                        "2: still stopping: a, b, d (killed in 8 s); c (killed in 28 s)",
                        "5: still stopping: a, d (killed in 5 s); c (killed in 25 s)");
    }

    @Test
    void whatStopsAfterThemIsCounted() {
        ready(service("db"), service("api").after("db"), service("web").after("api"));
        stop();
        elapse(4);
        exit("web");
        elapse(1);
        exit("api");
        elapse(5);
        assertThat(said)
                .containsExactly(
                        "2: still stopping: web (killed in 8 s); 2 others stop after that",
                        "5: still stopping: api (killed in 9 s); 1 other stops after that",
                        "10: still stopping: db (killed in 5 s)");
    }

    @Test
    void whatHasBeenKilledAndIsThereAllTheSameIsSaid() {
        ready(service("web"));
        stop();
        elapse(10);
        post(new Event.TimerFired(new Timer(id("web"), 1, Timer.Kind.GRACE_PERIOD)));
        elapse(10);
        assertThat(said).last().isEqualTo("20: still stopping: web (killed, and not gone yet)");
    }

    @Test
    void ofManyAFewAreNamed() {
        ready(IntStream.range(0, 100).mapToObj(i -> service("s" + i)).toArray(TestServices[]::new));
        stop();
        elapse(2);
        assertThat(said).containsExactly("2: still stopping: s0, s1, s2 and 97 others (killed in 8 s)");
    }

    @Test
    void aStopThatIsOverIsForgotten() {
        ready(service("web"));
        stop();
        elapse(1);
        exit("web");
        assertThat(stops.next()).isEmpty();
        post(new Event.StartAsked(fleet.ids(), Cause.PERSON));
        elapse(100);
        stop();
        elapse(3);
        assertThat(said).containsExactly("103: still stopping: web (killed in 8 s)");
    }
}
