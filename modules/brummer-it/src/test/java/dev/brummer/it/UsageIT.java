package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import org.junit.jupiter.api.Test;

/** What services use, and whom they talk to. */
@EndToEnd
class UsageIT {
    private static final String YAML = """
            services:
              server:
                command: [node, -e, "require('net').createServer(s => s.pipe(s)).listen(process.env.PORT)"]
                ports: [auto]
              client:
                command: [node, -e, "for (let i = 0; i < 3; i++) require('net').connect(process.env.TO, '127.0.0.1'); setInterval(() => { const end = Date.now() + 200; while (Date.now() < end); }, 300)"]
                environment: {TO: "${services.server.port}"}
                depends_on: [server]
            """;

    @Test
    void usageAndConnectionsAreThoseOfTheWholeTree(Sandbox sandbox) {
        sandbox.yaml(YAML).brum("up", "-d", "--wait").run().hasExitCode(0);

        Await.until("the connections are there", () -> sandbox.brum("connections").run().hasExitCode(0).stdout()
                .contains("client 3"), () -> sandbox.brum("connections").run().stdout());
        String connections = sandbox.brum("connections", "--output", "json").run().hasExitCode(0).stdout();
        assertThat(connections).contains("\"from\":{\"service\":\"client\"", "\"count\":3");

        assertThat(sandbox.brum("top").run().hasExitCode(0).stdout().lines().toList().get(1)).startsWith("client ");
        assertThat(sandbox.brum("ps").run().hasExitCode(0).stdout()).contains("PID", "CPU", "MEMORY", " MB");
        assertThat(sandbox.brum("ps", "--output", "json", "server").run().stdout()).contains("\"residentBytes\":");

        try (TerminalWindow window = sandbox.window(80, 20)) {
            window.enter("$BRUM top").awaitText("2 services: ").press("C-c").enter("$BRUM down; echo down $?");
            window.awaitText("down 0");
        }
    }
}
