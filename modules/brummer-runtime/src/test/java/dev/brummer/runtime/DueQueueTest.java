package dev.brummer.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueQueueTest {
    private final DueQueue queue = new DueQueue();
    private final List<String> done = new ArrayList<>();

    private void put(String what, long millis) {
        queue.put(what, Duration.ofMillis(millis), () -> done.add(what));
    }

    private void runUntil(long millis) {
        for (var task = queue.poll(Duration.ofMillis(millis)); task.isPresent(); ) {
            task.get().run();
            task = queue.poll(Duration.ofMillis(millis));
        }
    }

    @Test
    void whatIsDueComesInTheOrderOfItsTime() {
        put("late", 30);
        put("early", 10);
        put("never", 31);
        runUntil(30);
        assertThat(done).containsExactly("early", "late");
    }

    @Test
    void whatIsDueAtTheSameTimeComesAsItWasPut() {
        put("b", 10);
        put("a", 10);
        put("c", 10);
        runUntil(10);
        assertThat(done).containsExactly("b", "a", "c");
    }

    @Test
    void theSameKeyReplacesWhatStoodThere() {
        put("timer", 10);
        put("timer", 20);
        runUntil(19);
        assertThat(done).isEmpty();
        runUntil(20);
        assertThat(done).containsExactly("timer");
    }

    @Test
    void whatIsRemovedDoesNotCome() {
        put("timer", 10);
        queue.remove("timer");
        queue.remove("unknown");
        runUntil(100);
        assertThat(done).isEmpty();
        assertThat(queue.untilNext(Duration.ZERO)).isEmpty();
    }

    @Test
    void itTellsHowLongUntilTheNext() {
        put("b", 50);
        put("a", 40);
        assertThat(queue.untilNext(Duration.ofMillis(15))).contains(Duration.ofMillis(25));
        assertThat(queue.untilNext(Duration.ofMillis(45))).contains(Duration.ofMillis(-5));
    }
}
