package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionEnd;
import dev.brummer.api.StreamView;
import dev.brummer.cli.prompt.RememberedView;
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
        public StreamView view() {
            return new RememberedView();
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
