package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example under traffic. */
@EndToEnd
class ShopLoadIT {
    @Test
    void theLoadOpensAndClosesTheBreakerAndRunsIntoTheLimit(Sandbox sandbox) throws IOException {
        BrumRun up = ShopFolder.in(sandbox)
                .brum("up", "--profile", "+load", "--output", "json")
                .env("LOAD_SECONDS", "8")
                .env("BREAKER_COOLDOWN", "500ms")
                .start();

        up.await("load", "completed");
        up.interrupt().hasExitCode(0);

        assertThat(breaker(up)).containsSubsequence("opened", "reset", "closed").endsWith("closed");
        assertThat(up.events().lines("gateway")).anyMatch(line -> line.contains("Request blocked (429)"));
        assertThat(up.events().lines("load"))
                .anyMatch(line -> line.matches(".*Load: \\d+ requests \\(.*20[01]: \\d+.*429: \\d+.*"));
    }

    private static List<String> breaker(BrumRun up) {
        return up.events().lines("orders").stream()
                .filter(line -> line.contains("[Circuit Breaker]"))
                .flatMap(line -> List.of("opened", "reset", "closed").stream().filter(line::contains))
                .toList();
    }
}
