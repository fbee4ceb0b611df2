package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.child.Web;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code brum health}, {@code why} and {@code events} tell of a fleet in trouble, while it runs and afterwards. */
@EndToEnd
class OperateBoardIT {
    /** A service whose health answer names its database, a chain that ends at a crash loop, and some without a check. */
    private static BrumRun up(Sandbox sandbox) {
        int port = Ports.free();
        return sandbox.yaml("""
                        services:
                          postgres:
                            command: exec sleep 600
                            aliases: [db]
                          orders:
                            command: %s
                            ports: [%d]
                            healthcheck: {http: /health, interval: 100ms}
                            depends_on: [postgres]
                          payments:
                            command: "echo starting; echo 'ERROR no card key' >&2; exit 3"
                            readiness: {log: never}
                            restart: on-failure
                            backoff: {initial: 1m, max: 1m}
                          page:
                            command: exec sleep 600
                            depends_on: [payments]
                        """.formatted(Web.command(port, "answer"), port))
                .up()
                .await("orders", "ready")
                .await("payments", "backing-off");
    }

    private static List<String> told(Sandbox sandbox, String... arguments) {
        return sandbox.brum(arguments).run().hasExitCode(0).lines();
    }

    @Test
    void whoIsSickIsSeenAndWhyDownToTheRoot(Sandbox sandbox) throws IOException {
        BrumRun up = up(sandbox);

        assertThat(told(sandbox, "why", "orders")).first().asString().startsWith("orders is well: ready since ");
        assertThat(told(sandbox, "why", "page"))
                .anyMatch(line -> line.startsWith("page waits for payments, for "))
                .anyMatch(line -> line.matches("← payments is backing off since .*exit 3; restart 1 in .*"))
                .anyMatch(line -> line.endsWith("│ ERROR no card key"))
                .contains("next: brum logs service:payments level:error -n 20");

        sandbox.brum("stop", "postgres").run().hasExitCode(0);
        sandbox.write("answer", "503 {\"status\":\"down\",\"components\":{\"db\":{\"status\":\"down\"}}}");
        up.await("orders", "unhealthy");
        assertThat(told(sandbox, "why", "orders"))
                .anyMatch(line -> line.startsWith("orders is unhealthy since "))
                .anyMatch(line -> line.startsWith("← its check http /health is failing "))
                .contains("  ← its part db is down")
                .anyMatch(line -> line.matches("    ← postgres was stopped at \\d\\d:\\d\\d:\\d\\d: brum stop"))
                .contains("next: brum start postgres");
        List<String> board = told(sandbox, "health");
        assertThat(board.getFirst()).startsWith("✗ orders failing ").contains(" in a row: http 503");
        assertThat(board).anyMatch(line -> line.matches("orders +http /health +health +✗ failing .*✗ +✗ db.*"));
        assertThat(board.getLast()).isEqualTo("without a check: postgres, page");
        JsonNode check = new ObjectMapper()
                .readTree(sandbox.brum("health", "orders", "--output", "json").run().stdout())
                .path("instances").path(0).path("checks").path(0);
        assertThat(check.path("last").path("components").path(0).path("name").asText()).isEqualTo("db");
        assertThat(check.path("failures").asInt()).isGreaterThanOrEqualTo(3);
        up.interrupt();
    }

    @Test
    void whatHappenedIsToldAfterTheEnd(Sandbox sandbox) {
        BrumRun up = up(sandbox);
        sandbox.brum("stop", "postgres").run().hasExitCode(0);
        up.interrupt();

        assertThat(told(sandbox, "events", "postgres")).hasSizeGreaterThanOrEqualTo(3).last().asString()
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  postgres  stopped +brum stop, after .*");
        assertThat(told(sandbox, "events", "--output", "json"))
                .anyMatch(line -> line.contains("\"to\":\"backing-off\""))
                .anyMatch(line -> line.contains("\"kind\":\"new-error\""))
                .noneMatch(line -> line.contains("\"type\":\"log\""))
                .noneMatch(line -> line.contains("new error in payments"));
        assertThat(told(sandbox, "why", "page", "--output", "markdown"))
                .anyMatch(line -> line.startsWith("- page waits for payments, for "))
                .anyMatch(line -> line.endsWith("ERROR no card key"));
        sandbox.brum("health").run().hasExitCode(3);
        sandbox.brum("why", "nobody").run().isRefusedWith("there is no service 'nobody'");
    }
}
