package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.NodeProject;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.TerminalWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder with a {@code package.json} that npm itself refuses, for there are comments in it, and no brummer.yaml. */
@EndToEnd
class DiscoveryIT {
    private static final Path CORPUS = Checkout.ROOT.resolve("modules/brummer-discovery/src/test/resources/corpus");

    private NodeProject node;

    @BeforeEach
    void aProject(Sandbox sandbox) {
        node = NodeProject.in(sandbox);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private static void scripts(Sandbox sandbox, String corpus) throws IOException {
        sandbox.write("package.json", Files.readString(CORPUS.resolve(corpus).resolve("package.json")));
    }

    @Test
    void stagesOfScriptsStartOneAfterTheOther(Sandbox sandbox) throws IOException {
        scripts(sandbox, "guide-stages");
        BrumRun up = node.with(sandbox.brum("up", "--output", "json")).env("NODE_ENV", "staging").start();

        up.awaitLine("gateway", "api-gateway runs for staging as dev");
        List<String> ready = up.events().order("ready");
        assertThat(ready).startsWith("infra").endsWith("gateway").hasSize(7);
        assertThat(ready.subList(1, 3)).containsExactlyInAnyOrder("auth", "users");
        assertThat(up.events().reason("infra", "ready")).contains("connected");
        assertThat(up.stderr()).contains("in no stage: notifications, db:postgres").contains("'brum up notifications' adds one");

        up.interrupt().hasExitCode(0);
        assertThat(up.events().order("stopped")).last().isEqualTo("infra");
        assertThat(node.composeCalls())
                .containsExactly("up -d postgres mongodb redis rabbitmq", "stop postgres mongodb redis rabbitmq");
    }

    @Test
    void aScriptThatRunsOthersStandsForThem(Sandbox sandbox) throws IOException {
        scripts(sandbox, "guide");
        BrumRun up = node.with(sandbox.brum("up", "--output", "json", "dev", "db:postgres")).start();

        for (String service : List.of("gateway", "auth", "users", "products", "orders", "db-postgres")) {
            up.await(service, "ready");
        }

        Ended stopped = node.with(sandbox.brum("stop", "dev")).run().hasExitCode(0);
        assertThat(stopped.lines()).hasSizeGreaterThanOrEqualTo(5).anyMatch(line -> line.startsWith("orders stopped"));
        assertThat(node.with(sandbox.brum("ps")).run().stdout()).containsPattern("db-postgres +ready");
        up.interrupt().hasExitCode(0);
        assertThat(up.events().order("ready")).hasSize(6);
        assertThat(node.composeCalls()).containsExactly("up -d postgres", "stop postgres");
    }

    @Test
    void withoutAnEngineTheRestRuns(Sandbox sandbox) throws IOException {
        scripts(sandbox, "guide-stages");
        BrumRun up = node.withoutEngine(sandbox.brum("up", "--output", "json", "infra", "auth")).start();

        up.await("auth", "ready");
        assertThat(up.stderr().lines().filter(line -> line.contains("no container engine answers"))).hasSize(1);
        assertThat(up.stderr()).contains("infra is left out, the rest runs");
        up.interrupt().hasExitCode(0);
        assertThat(up.events().states("infra")).isEmpty();

        node.withoutEngine(sandbox.brum("up", "infra")).run().isRefusedWith("there is nothing left to start", "infra is left out");
    }

    @Test
    void withoutStagesNobodyGuesses(Sandbox sandbox) throws IOException {
        scripts(sandbox, "guide");

        node.with(sandbox.brum("up")).run().isRefusedWith("which of the scripts?", "'brum up NAME…'", "db:postgres", "dev");
        Ended scripts = node.with(sandbox.brum("scripts")).run().hasExitCode(0);
        assertThat(scripts.lines())
                .anyMatch(line -> line.matches("gateway +service +npm run dev +services/api-gateway"))
                .anyMatch(line -> line.matches("db:postgres +task +docker-compose up -d postgres"))
                .anyMatch(line -> line.matches("dev +group +gateway, auth, users, products, orders"));
        Ended alone = node.with(sandbox.brum()).run().hasExitCode(0);
        assertThat(alone.stdout()).isEqualTo(scripts.stdout());
        assertThat(alone.stderr()).contains("'brum up NAME…' starts some");
        Ended json = node.with(sandbox.brum("scripts", "--output", "json")).run().hasExitCode(0);
        assertThat(json.stdout()).contains("\"name\" : \"db:postgres\"", "\"services\" : [ \"db-postgres\" ]");
    }

    @Test
    void aloneOnATerminalThereIsAPromptAtWhichSomeIsStarted(Sandbox sandbox) throws IOException {
        scripts(sandbox, "guide-stages");
        try (TerminalWindow window = node.window(100, 30)) {
            window.enter("../bin/brum; echo code $?").awaitText("'/run NAME…' starts some of these here").awaitLastLine("❯");
            assertThat(window.text()).contains("gateway", "start:2:core", "'brum up' starts the stages: infra → core → services → gateway");
            window.enter("/stop dev").awaitText("nothing of the group 'dev' belongs to what was started");
            window.enter("/run infra").awaitText("infra > ready");
            window.type("/run au").press("Tab").type("us").press("Tab").press("Enter");
            window.awaitText("auth-service runs for").awaitText("user-service runs for");

            sandbox.write("package.json", "{\"scripts\": {\"late\": \"echo hello $WHOM\", \"both\": \"npm run auth & npm run users\","
                    + " \"auth\": \"cd services/auth-service && npm run dev\","
                    + " \"users\": \"cd services/user-service && npm run dev\"}}");
            sandbox.write(".env", "WHOM=everybody");
            window.type("/run la").press("Tab").press("Enter").awaitText("| hello everybody");
            window.type("/stop bo").press("Tab").press("Enter").awaitText("stop 2 services: auth, users?").enter("y").awaitText("users > stopped");
            window.enter("/quit").awaitText("code 0").awaitLastLine("$");
        }
        assertThat(node.composeCalls()).hasSize(2).last().asString().startsWith("stop");
    }

    @Test
    void aloneWhereSomethingRunsIsAPromptOfThat(Sandbox sandbox) throws IOException {
        scripts(sandbox, "guide-dev");
        BrumRun up = node.with(sandbox.brum("up", "--output", "json", "auth")).start();
        up.await("auth", "ready");
        try (TerminalWindow window = node.window(80, 24)) {
            window.enter("../bin/brum; echo code $?").awaitLastLine("❯").enter("/run users").awaitText("user-service runs");
            window.enter("/quit").awaitText("everything runs on").awaitText("code 0");
            up.interrupt().hasExitCode(0);
        }
    }

    @Test
    void inTheFolderOfAServiceThatServiceIsMeant(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  db: {command: exec sleep 1000}
                  users: {command: npm run dev, working_dir: services/user-service, depends_on: [db]}
                  orders: {command: exec sleep 1000}
                """);
        Path folder = sandbox.project().resolve("services/user-service");
        BrumRun up = node.with(sandbox.brum("up", "--output", "json")).from(folder).start();

        up.awaitLine("users", "user-service runs");
        assertThat(up.events().order("ready")).containsExactly("db", "users");
        assertThat(up.stderr()).contains("services/user-service is where users of").contains("/brummer.yaml runs");
        assertThat(node.with(sandbox.brum("-d", "services/user-service", "ps")).run().hasExitCode(0).stdout())
                .contains("db", "users")
                .doesNotContain("orders");
        Ended test = node.with(sandbox.brum("run", "--no-report", "test")).from(folder).run().hasExitCode(0);
        assertThat(test.stdout()).contains("tested user-service");
        up.interrupt().hasExitCode(0);
    }

    @Test
    void elsewhereTheFolderCountsOrTheFileAbove(Sandbox sandbox) {
        sandbox.yaml("services: {web: {command: exec sleep 1000}}");
        sandbox.write("docs/guide.md", "");

        Ended own = node.with(sandbox.brum("-d", "services/notification", "scripts")).run().hasExitCode(0);
        assertThat(own.lines()).anyMatch(line -> line.matches("dev +service +node index.js")).noneMatch(line -> line.contains("web"));
        Ended above = node.with(sandbox.brum("-d", "docs", "graph")).run().hasExitCode(0);
        assertThat(above.stdout()).contains("web");
        assertThat(above.stderr()).contains("brum: going by").contains("/brummer.yaml");
    }

    @Test
    void aBrokenFileIsShownWhereItIsBroken(Sandbox sandbox) {
        sandbox.write("package.json", "{\n  \"scripts\": {\n    \"dev\": \"vite\"\n    \"build\": \"x\"\n  }\n}\n");

        sandbox.brum("up").run().isRefusedWith("package.json:4:5: error[json-syntax]", "is a comma missing before this?");
    }
}
