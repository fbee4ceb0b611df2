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

/** What {@code brum errors} and {@code brum trace} make of what services have written. */
@EndToEnd
class InsightIT {
    /** Tasks that write one after the other, so that their lines have one order. */
    private static String inTurn(String... services) {
        StringBuilder yaml = new StringBuilder("services:\n");
        String before = "";
        for (int i = 0; i < services.length; i += 2) {
            yaml.append("  ").append(services[i]).append(": {type: task, command: \"echo '").append(services[i + 1])
                    .append("'\"").append(before.isEmpty() ? "" : ", depends_on: [" + before + "]").append("}\n");
            before = services[i];
        }
        return yaml.toString();
    }

    @Test
    void aRequestIsToldAsItTravelled(Sandbox sandbox) {
        sandbox.yaml(inTurn(
                        "gateway", "[a1b2c3] POST /api/orders - Start",
                        "auth", "[auth-service] Validating token for request a1b2c3",
                        "users", "[user-service] Loading user profile for request a1b2c3",
                        "orders", "[order-service] Creating order for request a1b2c3",
                        "payments", "[payment-service] Processing payment for order 12345",
                        "gateway-end", "[a1b2c3] POST /api/orders - 201 (523ms)"))
                .up().awaitEnd().hasExitCode(0);

        List<String> lines = sandbox.brum("trace", "a1b2c3").run().hasExitCode(0).lines();
        assertThat(lines.getFirst()).startsWith("request a1b2c3 · ").contains(" · 6 lines of 6 services · ");
        assertThat(lines.stream().filter(line -> line.matches("\\d\\d:.* ms .*")))
                .hasSize(6)
                .anyMatch(line -> line.matches(".* ms ~  payments .*Processing payment for order 12345"));
        assertThat(lines).anyMatch(line -> line.contains("█") && line.contains("POST /api/orders"));
        for (String query : List.of("id:a1b2c3", "A1B2C3")) {
            Ended logs = sandbox.brum("logs", query).run();
            assertThat(logs.lines())
                    .as(query)
                    .hasSize(6)
                    .contains("payments    | ~ [payment-service] Processing payment for order 12345")
                    .filteredOn(line -> line.contains(" ~ "))
                    .hasSize(1);
            assertThat(logs.stderr()).isEqualTo(
                    "brum: with ~ what is probably part of it: no id leads there, but no other request was in flight\n");
        }
        Ended json = sandbox.brum("logs", "a1b2c3", "--output", "json").run();
        assertThat(json.lines()).hasSize(6).noneMatch(line -> line.contains("~"));
        assertThat(json.stderr()).isEmpty();
        assertThat(sandbox.brum("trace", "a1b2c3", "--output", "markdown").run().stdout()).contains("```text\n");
    }

    @Test
    void anIdFindsLinesThatKnowOnlyWhatTheRequestIsAbout(Sandbox sandbox) {
        sandbox.yaml(inTurn(
                        "gateway", "[a1b2c3] POST /api/orders - Start",
                        "orders", "Creating order 12345 for request a1b2c3",
                        "payments", "charged order 12345",
                        "mail", "nothing to do with it"))
                .up().awaitEnd().hasExitCode(0);

        assertThat(sandbox.brum("logs", "a1b2c3").run().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("charged order 12345"));
        assertThat(sandbox.brum("logs", "\"a1b2c3\"").run().lines()).as("text alone").hasSize(2);
    }

    @Test
    void whatNobodyMentionsIsSaid(Sandbox sandbox) {
        sandbox.yaml(inTurn("gateway", "hello")).up().awaitEnd().hasExitCode(0);

        assertThat(sandbox.brum("trace", "a1b2c3").run().hasExitCode(1).stderr()).contains("no line of this start mentions");
        assertThat(sandbox.brum("trace", "hello").run().hasExitCode(0).lines())
                .contains("  no line names 'hello' as an id; these are the lines that hold the word");
        assertThat(sandbox.brum("errors").run().hasExitCode(0).stderr()).contains("no errors");
        sandbox.brum("trace").run().isRefusedWith("trace takes one id");
        sandbox.brum("errors", "--output", "xml").run().isRefusedWith("text, markdown or json");
    }

    @Test
    void anErrorIsToldOnceWithWhatCameOfIt(Sandbox sandbox) throws IOException {
        sandbox.yaml(inTurn(
                        "payments", "ERROR [ffaa11] card 4711 declined",
                        "orders", "ERROR order of request ffaa11 failed",
                        "gateway", "ERROR [ffaa11] GET /api/pay - 500 (402ms)",
                        "mail", "ERROR mail server does not answer after 30 s",
                        "mail-2", "ERROR mail server does not answer after 31 s"))
                .up().awaitEnd().hasExitCode(0);

        List<String> lines = sandbox.brum("errors").run().hasExitCode(0).lines();
        assertThat(lines).containsSubsequence("1×  card 4711 declined", "2×  mail server does not answer after 30 s");
        assertThat(lines.stream().filter(line -> line.contains("↳")))
                .hasSize(2)
                .anyMatch(line -> line.contains("gateway") && line.contains("500"))
                .anyMatch(line -> line.contains("orders"));
        JsonNode json = new ObjectMapper().readTree(sandbox.brum("errors", "--output", "json").run().stdout());
        assertThat(json).hasSize(2);
        assertThat(json.get(0).path("consequences")).hasSize(2);
        assertThat(sandbox.brum("errors", "mail").run().lines()).noneMatch(line -> line.contains("card"));
    }

    @Test
    void whatTheStartBeforeDidNotHaveIsNew(Sandbox sandbox) {
        sandbox.yaml(inTurn("payments", "ERROR card 17 declined")).up().awaitEnd().hasExitCode(0);
        sandbox.yaml(inTurn("payments", "ERROR card 18 declined", "orders", "ERROR out of stock"))
                .up().awaitEnd().hasExitCode(0);

        assertThat(sandbox.brum("errors").run().lines()).anyMatch(line -> line.contains("declined"));
        assertThat(sandbox.brum("errors", "--new").run().lines())
                .anyMatch(line -> line.contains("out of stock"))
                .noneMatch(line -> line.contains("declined"));
    }
}
