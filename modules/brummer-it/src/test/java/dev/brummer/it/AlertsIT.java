package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Who is told of what. */
@EndToEnd
class AlertsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aServiceThatIsUnhealthyAndWellAgainIsToldOnceEachToTheStreamAndACommand(Sandbox sandbox) throws IOException {
        sandbox.write("well", "");
        BrumRun up = sandbox.yaml("""
                alerts:
                  - unhealthy: web
                    name: web away
                    to:
                      - stream
                      - desktop
                      - command: 'echo "$BRUM_ALERT $BRUM_ALERT_SERVICE" >> told; cat >> told.jsonl'
                services:
                  web:
                    command: exec sleep 1000
                    healthcheck: {exec: test -e well, interval: 100ms, retries: 1, start_period: 0s}
                  idle: {command: exec sleep 1000}
                """).up().await("web", "ready");

        Files.delete(sandbox.project().resolve("well"));
        up.awaitText("alert web away: web unhealthy: ");
        assertThat(alert(sandbox).path("on").asBoolean()).isTrue();
        sandbox.write("well", "");
        up.awaitText("alert web away over: web is well again after ");

        JsonNode alert = alert(sandbox);
        assertThat(alert.path("on").asBoolean()).isFalse();
        assertThat(alert.path("times").asInt()).isOne();
        assertThat(alert.path("firings").get(0).path("over").asText()).isNotEmpty();
        up.await("the command was told of both", () -> told(sandbox).size() == 2).interrupt().hasExitCode(0);
        assertThat(told(sandbox)).containsExactly("begun web", "over web");
        assertThat(sandbox.read("told.jsonl").lines().map(AlertsIT::read).map(line -> line.path("alert").asText()))
                .containsExactly("begun", "over");
        assertThat(up.events().notices()).filteredOn(notice -> notice.startsWith("alert ")).hasSize(2);
        assertThat(up.events().notices())
                .filteredOn(notice -> notice.contains("did not reach the desktop"))
                .hasSizeLessThan(2);
    }

    @Test
    void whatFiresReachesTheDesktopAndAWebhook(Sandbox sandbox) throws IOException {
        Path shown = sandbox.project().resolve("shown");
        Path bin = sandbox.write("bin/notify-send", "#!/bin/sh\necho \"$@\" >> " + shown + "\n").getParent();
        assertThat(bin.resolve("notify-send").toFile().setExecutable(true)).isTrue();
        Queue<JsonNode> posted = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alerts", exchange -> {
            posted.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            BrumRun up = sandbox.yaml("""
                    alerts:
                      - failed: web
                        name: web broke
                        to: [desktop, {webhook: {url: "http://127.0.0.1:%d/alerts"}}]
                    services:
                      web: {command: exit 3}
                      idle: {command: exec sleep 1000}
                    """.formatted(server.getAddress().getPort()))
                    .brum("up", "--output", "json")
                    .env("PATH", bin + ":" + System.getenv("PATH"))
                    .env("DISPLAY", ":99")
                    .start();
            up.await("both were told", () -> Files.exists(shown) && !posted.isEmpty());

            assertThat(sandbox.read("shown")).contains("--urgency=critical", "web broke", "web failed: exit 3");
            JsonNode fact = posted.element().path("entries").path(0);
            assertThat(fact.path("kind").asText()).isEqualTo("alert");
            assertThat(fact.toString()).contains("web broke", "exit 3");
            up.interrupt();
            assertThat(up.events().notices()).noneMatch(notice -> notice.contains("did not reach"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void otherAlertsHoldFromTheReloadOn(Sandbox sandbox) {
        String services = "services: {web: {command: 'sh -c \"exit 3\"'}, idle: {command: exec sleep 1000}}\n";
        BrumRun up = sandbox.yaml(services).up().await("web", "failed");

        sandbox.yaml("alerts: [failed: web]\n" + services).brum("reload").run().hasExitCode(0);
        up.awaitText("alert: web failed: exit 3");
        sandbox.yaml(services).brum("reload").run().hasExitCode(0);

        up.awaitText("alert over: web is not watched any more after ").interrupt();
        assertThat(up.events().notices()).contains("reload: alerts are others");
    }

    private static JsonNode alert(Sandbox sandbox) {
        return read(sandbox.brum("alerts", "--output", "json").run().hasExitCode(0).stdout()).path("alerts").get(0);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    private static List<String> told(Sandbox sandbox) {
        return Files.exists(sandbox.project().resolve("told")) ? sandbox.read("told").lines().toList() : List.of();
    }
}
