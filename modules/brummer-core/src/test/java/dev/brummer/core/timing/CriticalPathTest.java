package dev.brummer.core.timing;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private final Map<ServiceId, Duration> readyAt = new LinkedHashMap<>();

    private CriticalPathTest ready(String service, long millis) {
        readyAt.put(new ServiceId(service), Duration.ofMillis(millis));
        return this;
    }

    private List<String> path(TestServices... services) {
        return CriticalPath.of(StageGraph.of(project(services)), readyAt).steps().stream()
                .map(step -> step.service() + " " + step.took().toMillis())
                .toList();
    }

    @Test
    void itLeadsFromTheLastBackToWhatItWaitedForLongest() {
        ready("fast", 10).ready("slow", 900).ready("web", 1000).ready("aside", 990);
        assertThat(path(service("fast"), service("slow"), service("web").after("fast", "slow"), service("aside")))
                .containsExactly("slow 900", "web 100");
    }

    @Test
    void itsStepsAddUpToTheWholeTime() {
        ready("a", 100).ready("b", 150).ready("c", 500);
        assertThat(path(service("a"), service("b").after("a"), service("c").after("b")))
                .containsExactly("a 100", "b 50", "c 350");
    }

    @Test
    void whatWasNeverThereIsNotOnIt() {
        ready("web", 100);
        assertThat(path(service("db"), service("web").afterIfItComes("db"))).containsExactly("web 100");
    }

    @Test
    void whatCameLaterDidNotHoldItUp() {
        ready("db", 400).ready("web", 300).ready("end", 500);
        assertThat(path(service("db"), service("web").afterIfItComes("db"), service("end").after("web")))
                .containsExactly("web 300", "end 200");
    }

    @Test
    void withoutAnythingReadyThereIsNone() {
        assertThat(path(service("db"))).isEmpty();
    }
}
