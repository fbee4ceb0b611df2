package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    private final List<String> asked = new ArrayList<>();
    private Duration now = Duration.ofDays(1);

    private final Interrupts interrupts = new Interrupts(
            reason -> asked.add("stop: " + reason), reason -> asked.add("kill: " + reason), () -> now);

    private void signal(String name, long millisLater) {
        now = now.plusMillis(millisLater);
        interrupts.accept(name);
    }

    @Test
    void theFirstSignalAsksForAGracefulEnd() {
        signal("Ctrl-C", 0);
        assertThat(asked).containsExactly("stop: Ctrl-C");
        assertThat(interrupts.forced()).isFalse();
    }

    @Test
    void whatFollowsWithinThreeTenthsOfASecondIsTheSameRequest() {
        signal("Ctrl-C", 0);
        signal("SIGTERM", 100);
        signal("Ctrl-C", 200);
        assertThat(asked).containsExactly("stop: Ctrl-C");
        assertThat(interrupts.forced()).isFalse();
    }

    @Test
    void aLaterSignalForcesTheEnd() {
        signal("Ctrl-C", 0);
        signal("Ctrl-C", 301);
        assertThat(asked).containsExactly("stop: Ctrl-C", "kill: a second Ctrl-C");
        assertThat(interrupts.forced()).isTrue();
    }

    @Test
    void anEchoDoesNotPutOffTheForce() {
        signal("SIGTERM", 0);
        signal("SIGTERM", 250);
        signal("SIGTERM", 100);
        assertThat(asked).containsExactly("stop: SIGTERM", "kill: a second SIGTERM");
    }

    @Test
    void whoAsksAtThePromptAsksForAGracefulEndAndASignalAfterwardsForcesIt() {
        assertThat(interrupts.ask("/quit")).isTrue();
        signal("Ctrl-C", 301);
        assertThat(asked).containsExactly("stop: /quit", "kill: a second Ctrl-C");
    }

    @Test
    void askingAtThePromptNeverForcesTheEnd() {
        signal("Ctrl-C", 0);
        now = now.plusMillis(301);
        assertThat(interrupts.ask("/quit")).isFalse();
        assertThat(asked).containsExactly("stop: Ctrl-C");
        assertThat(interrupts.forced()).isFalse();
    }
}
