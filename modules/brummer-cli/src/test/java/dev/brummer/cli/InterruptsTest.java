package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    private final List<String> asked = new ArrayList<>();
    private Duration now = Duration.ofDays(1);

    private final Session session = new Session() {
        @Override
        public FleetView fleet() {
            return new FleetView("shop", List.of());
        }

        @Override
        public void stop(String reason) {
            asked.add("stop: " + reason);
        }

        @Override
        public void kill(String reason) {
            asked.add("kill: " + reason);
        }

        @Override
        public CompletionStage<SessionEnd> end() {
            return new CompletableFuture<>();
        }
    };

    private final Interrupts interrupts = new Interrupts(session, () -> now);

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
}
