package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code brum graph} of the example. */
@EndToEnd
class GraphIT {
    private static Ended graph(Sandbox sandbox, String... options) throws IOException {
        List<String> words = new java.util.ArrayList<>(List.of("graph"));
        words.addAll(List.of(options));
        Ended ended = ShopFolder.in(sandbox).brum(words.toArray(String[]::new)).run().hasExitCode(0);
        assertThat(ended.stderr()).isEmpty();
        assertThat(sandbox.project().resolve(".brummer")).doesNotExist();
        return ended;
    }

    @Test
    void asTextItShowsStagesWithTheirServices(Sandbox sandbox) throws IOException {
        assertThat(graph(sandbox).stdout()).isEqualTo("""
                infra
                ├─ database
                ├─ broker
                └─ migrate        task, ← database
                core (after infra)
                └─ auth
                services (after core)
                ├─ users
                ├─ products
                ├─ orders         ← products, notifications, payments (service_started)
                ├─ payments
                └─ notifications
                gateway (after services)
                └─ gateway
                """);
    }

    @Test
    void asMermaidItIsAFlowchart(Sandbox sandbox) throws IOException {
        assertThat(graph(sandbox, "--output", "mermaid").lines())
                .startsWith("flowchart LR")
                .contains("  subgraph stage_s_infra[\"infra\"]", "    s_migrate([\"migrate\"])")
                .contains("  stage_s_infra ==> stage_s_core", "  s_database --> s_migrate");
    }

    @Test
    void asJsonItTellsWhatEachServiceWaitsFor(Sandbox sandbox) throws IOException {
        JsonNode graph = new ObjectMapper().readTree(graph(sandbox, "--output", "json").stdout());

        assertThat(graph.path("name").asText()).isEqualTo("shop");
        assertThat(graph.path("stages").findValuesAsText("name"))
                .containsExactly("infra", "core", "services", "gateway");
        assertThat(graph.path("services")).hasSize(10);
        JsonNode migrate = graph.path("services").valueStream()
                .filter(service -> service.path("service").asText().equals("migrate"))
                .findFirst()
                .orElseThrow();
        assertThat(migrate.path("type").asText()).isEqualTo("task");
        assertThat(migrate.path("waits_for").findValuesAsText("service")).containsExactly("database");
    }

    @Test
    void aProfileAddsItsServices(Sandbox sandbox) throws IOException {
        assertThat(graph(sandbox, "--profile", "+load").stdout()).contains("in no stage\n└─ load");
    }

    @Test
    void aNamedServiceComesWithWhatItNeeds(Sandbox sandbox) throws IOException {
        assertThat(graph(sandbox, "migrate").stdout()).isEqualTo("""
                infra
                ├─ database
                └─ migrate   task, ← database
                """);
    }
}
