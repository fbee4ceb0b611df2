package dev.brummer.discovery.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.discovery.Discovery;
import dev.brummer.discovery.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code brum init} shows of what it writes: on a screen that others see, and in logs of CI. */
class MaskedTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aProject() throws IOException {
        Files.writeString(folder.resolve("process-compose.yaml"), """
                environment: [API_TOKEN=canary-1, LOG_LEVEL=debug]
                processes:
                  api:
                    command: node api.js
                    environment:
                      - DB_PASSWORD=canary-2
                      - "DB_URL=postgres://shop:canary-3@localhost/shop"
                      - STRIPE_KEY=${STRIPE_KEY}
                      - PORT=3001
                """);
    }

    private Proposal proposal() {
        LoadRequest request = LoadRequest.of(folder, Map.of());
        return new Discovery().propose(request, new Faults()).orElseThrow();
    }

    @Test
    void whatIsWrittenIsWhole() {
        assertThat(proposal().text()).contains("canary-1", "canary-2", "canary-3");
    }

    @Test
    void whatIsShownHidesValuesOfSecretsAndPasswordsInAddresses() {
        assertThat(proposal().shown())
                .doesNotContain("canary")
                .contains("API_TOKEN=", "DB_PASSWORD=", "postgres://shop:***@localhost/shop");
    }

    @Test
    void whatTellsNothingOfASecretIsShown() {
        assertThat(proposal().shown()).contains("${STRIPE_KEY}", "LOG_LEVEL=debug", "PORT=3001");
    }

    @Test
    void bothSayTheSameBesides() {
        assertThat(proposal().shown().lines()).hasSameSizeAs(proposal().text().lines().toList());
    }
}
