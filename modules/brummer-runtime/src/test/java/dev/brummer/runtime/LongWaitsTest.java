package dev.brummer.runtime;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongWaitsTest {
    private static final InstanceId DB = InstanceId.only(new ServiceId("db"));

    @TempDir
    private Path folder;

    private StartMemory memory;
    private LongWaits waits;
    private Fleet fleet;

    @BeforeEach
    void remember() {
        memory = StartMemory.in(folder);
        waits = new LongWaits(memory);
    }

    private void start(TestServices... services) {
        fleet = Fleet.of(StageGraph.of(project(services)));
        post(new Event.StartAsked(fleet.ids(), Cause.FIRST_START));
        post(new Event.Spawned(DB, 1));
    }

    private void post(Event event) {
        fleet = Supervisor.decide(fleet, event, Duration.ZERO).fleet();
    }

    /** Looks once a second, and gives what was said with its second. */
    private List<String> lookFor(int seconds) {
        List<String> said = new ArrayList<>();
        for (int second = 1; second <= seconds; second++) {
            int now = second;
            waits.look(fleet, Duration.ofSeconds(second)).forEach(line -> said.add(now + ": " + line));
        }
        return said;
    }

    @Test
    void aLongStartIsSaidAfterFiveSecondsAndThenEachTimeTwiceAsLong() {
        start(service("db").checked());
        assertThat(lookFor(41))
                .containsExactly(
                        "5: db is starting for 5 s",
                        "10: db is starting for 10 s",
                        "20: db is starting for 20 s",
                        "40: db is starting for 40 s");
    }

    @Test
    void whatWaitsIsNamedInTheLineOfItsRootAndHasNoneOfItsOwn() {
        start(
                service("db").checked(),
                service("auth").after("db"),
                service("web").after("auth"),
                service("x").after("web"));
        post(new Event.Answered(DB, 1, new CheckRef.Readiness(0), Answer.failing("connection refused"), Duration.ZERO));
        assertThat(lookFor(6))
                .containsExactly("5: auth and 2 others wait for db: connection refused, 1st try, for 5 s");
    }

    @Test
    void whatAStartUsuallyTakesIsSaidWithIt() {
        memory.took(DB.service(), Duration.ofMillis(2100));
        start(service("db").checked());
        assertThat(lookFor(5)).containsExactly("5: db is starting for 5 s, usually 2.1 s");
    }

    @Test
    void aRootThatIsReadyHoldsNobodyUp() {
        start(service("db").checked(), service("web").after("db"));
        post(new Event.Answered(DB, 1, new CheckRef.Readiness(0), Answer.passing("seen"), Duration.ZERO));
        post(new Event.Spawned(InstanceId.only(new ServiceId("web")), 1));
        assertThat(lookFor(10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1st", "2,2nd", "3,3rd", "4,4th", "11,11th", "12,12th", "13,13th", "21,21st", "112,112th"})
    void triesAreCountedInWords(int number, String word) {
        assertThat(LongWaits.ordinal(number)).isEqualTo(word);
    }
}
