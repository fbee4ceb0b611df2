package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A fleet in the background, and the verbs by which it is operated from other terminals. */
@EndToEnd
class OperateIT {
    private static final String CHAIN = """
            services:
              db: {command: "sleep 0.3; echo up; exec sleep 1000", readiness: {log: up}}
              web: {command: exec sleep 1000, depends_on: [db]}
            """;

    private static Ended brum(Sandbox sandbox, String... arguments) {
        return sandbox.brum(arguments).run().hasExitCode(0);
    }

    private static void down(Sandbox sandbox) {
        Ended ignored = brum(sandbox, "down");
        sandbox.awaitNothingLeft();
    }

    private static void until(String what, BooleanSupplier condition) {
        Await.until(what, condition, () -> "");
    }

    private static long owner(Sandbox sandbox) {
        return Long.parseLong(sandbox.read(".brummer/lock").strip());
    }

    private static JsonNode instance(Sandbox sandbox, String service) throws IOException {
        for (JsonNode instance :
                new ObjectMapper().readTree(brum(sandbox, "ps", "--output", "json").stdout()).path("instances")) {
            if (instance.path("id").path("service").asText().equals(service)) {
                return instance;
            }
        }
        throw new AssertionError("no " + service);
    }

    @Test
    void aFleetInTheBackgroundLivesOnAndIsOperatedUntilItIsDown(Sandbox sandbox) throws IOException {
        assertThat(brum(sandbox.yaml(CHAIN), "up", "-d", "--wait").stdout())
                .contains("web ready", "2 of 2 up; it runs on in the background");

        assertThat(brum(sandbox, "restart", "db", "--with-dependents").stdout()).contains("db ready");
        brum(sandbox, "wait", "--timeout", "60s");
        assertThat(instance(sandbox, "web").path("run").asInt()).isEqualTo(2);
        brum(sandbox, "stop", "web", "db");
        assertThat(instance(sandbox, "db").path("reason").asText()).isEqualTo("brum stop");
        // What it needs starts with it.
        brum(sandbox, "start", "web");
        assertThat(instance(sandbox, "db").path("state").asText()).isEqualTo("ready");
        brum(sandbox, "kill", "-s", "KILL", "web");
        brum(sandbox, "wait", "web", "--for", "stopped");
        assertThat(instance(sandbox, "web").path("state").asText()).isEqualTo("failed");
        assertThat(sandbox.brum("wait", "web").run().exitCode()).isEqualTo(1);

        assertThat(brum(sandbox, "down").stdout()).contains("db stopped: brum down");
        sandbox.awaitNothingLeft();
        assertThat(sandbox.brum("ps").run().hasExitCode(3).stderr()).contains("nothing runs in ");
    }

    /** What a command tells with {@code --output json}: one object, and nothing else on standard output. */
    private static JsonNode told(Sandbox sandbox, int exit, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of("--output", "json"));
        List<String> lines = sandbox.brum(words.toArray(String[]::new)).run().hasExitCode(exit).lines();
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.getFirst());
    }

    /** {@code done: web ready}: what has come of it, and where those are that it was about. */
    private static String outcome(JsonNode told) {
        List<String> instances = new ArrayList<>();
        told.path("instances").forEach(instance -> instances.add(instance.path("id").path("service").asText() + " "
                + instance.path("state").asText()));
        return told.path("result").asText() + ": " + String.join(", ", instances);
    }

    @Test
    void whatActsTellsAProgramWhatItDidAndWhatCameOfIt(Sandbox sandbox) throws IOException {
        JsonNode up = told(sandbox.yaml(CHAIN), 0, "up", "-d", "--wait");
        assertThat(outcome(up)).isEqualTo("done: db ready, web ready");
        assertThat(up.path("supervisor").asLong()).isEqualTo(owner(sandbox));
        assertThat(up.path("changes").findValuesAsText("state")).endsWith("ready");

        assertThat(outcome(told(sandbox, 0, "stop", "web"))).isEqualTo("done: web stopped");
        assertThat(outcome(told(sandbox, 1, "wait", "web"))).isEqualTo("failed: web stopped");
        assertThat(sandbox.brum("wait", "web").run().hasExitCode(1).stderr())
                .contains("web is stopped: brum stop; it will not be ready by itself");
        assertThat(outcome(told(sandbox, 0, "start", "web"))).isEqualTo("done: web ready");
        assertThat(outcome(told(sandbox, 0, "restart", "db"))).isEqualTo("done: db ready");
        assertThat(outcome(told(sandbox, 124, "wait", "db", "--for", "stopped", "--timeout", "50ms")))
                .isEqualTo("timed-out: db ready");
        assertThat(outcome(told(sandbox, 0, "kill", "web"))).isEqualTo("done: web stopped");
        assertThat(told(sandbox, 0, "kill", "db", "-s", "WINCH").path("result").asText()).isEqualTo("asked");

        JsonNode down = told(sandbox, 0, "down");
        assertThat(outcome(down)).isEqualTo("done: db stopped, web stopped");
        assertThat(down.path("changes").findValuesAsText("reason")).contains("brum down");
        sandbox.awaitNothingLeft();
    }

    @Test
    void aFleetThatIsOverBeforeItCanBeAskedHasDoneWhatItWasStartedFor(Sandbox sandbox) throws IOException {
        sandbox.yaml("""
                services:
                  migrate: {type: task, command: "true"}
                  seed: {type: task, command: exit 3, depends_on: [migrate]}
                """);

        assertThat(outcome(told(sandbox, 0, "up", "-d", "--wait", "migrate"))).isEqualTo("done: migrate completed");
        assertThat(outcome(told(sandbox, 1, "up", "-d", "--wait")))
                .isEqualTo("failed: migrate completed, seed failed");
        sandbox.awaitNothingLeft();
    }

    @Test
    void aReloadChangesExactlyWhatIsDifferent(Sandbox sandbox) throws IOException {
        brum(sandbox.yaml(CHAIN), "up", "-d", "--wait");
        sandbox.yaml(CHAIN.replace("web: {command: exec sleep 1000", "web: {command: exec sleep 2000")
                + "  mail: {command: exec sleep 1000}\n");

        assertThat(brum(sandbox, "reload", "--dry-run").stdout()).isEqualTo("restarts web (command); starts mail\n");
        assertThat(instance(sandbox, "web").path("run").asInt()).isEqualTo(1);
        brum(sandbox, "reload");
        until("web has started anew", () -> run(sandbox, "web") == 2);
        brum(sandbox, "wait", "mail", "web");

        assertThat(instance(sandbox, "db").path("run").asInt()).isEqualTo(1);
        sandbox.yaml(CHAIN + "  nonsense: [\n");
        assertThat(sandbox.brum("reload").run().hasExitCode(2).stderr())
                .contains("brummer.yaml:", "nothing is changed");
        down(sandbox);
    }

    private static int run(Sandbox sandbox, String service) {
        try {
            return instance(sandbox, service).path("run").asInt();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @RepeatedTest(3)
    void twoThatStartAFleetAtTheSameMomentStartOne(Sandbox sandbox) throws IOException {
        sandbox.yaml(CHAIN);

        List<BrumRun> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(sandbox.brum("up", "-d", "--wait", "--output", "json").start());
        }

        for (BrumRun each : both) {
            JsonNode told = new ObjectMapper().readTree(each.awaitEnd().hasExitCode(0).stdout());
            assertThat(outcome(told)).isEqualTo("done: db ready, web ready");
            assertThat(told.path("supervisor").asLong()).isEqualTo(owner(sandbox));
        }
        assertThat(sandbox.processes()).filteredOn(each -> each.command().contains("--output=none")).hasSize(1);
        assertThat(run(sandbox, "web")).isEqualTo(1);
        down(sandbox);
    }

    @Test
    void nothingIsLeftOfAFleetWhoseProcessIsKilled(Sandbox sandbox) {
        brum(sandbox.yaml(CHAIN), "up", "-d", "--wait");

        new LiveProcess(owner(sandbox), "").kill();

        sandbox.awaitNothingLeft();
        assertThat(sandbox.brum("ps").run().exitCode()).isEqualTo(3);
        brum(sandbox, "up", "-d", "--wait");
        down(sandbox);
    }

    @Test
    void downEndsAStartThatIsUnderWay(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  db: {command: exec sleep 1000, readiness: {log: never}}
                  web: {command: exec sleep 1000, depends_on: [db]}
                """);
        BrumRun waiting = sandbox.brum("up", "-d", "--wait").start();
        until("the fleet can be asked", () -> Files.exists(sandbox.project().resolve(".brummer/control.json")));

        down(sandbox);

        assertThat(waiting.awaitEnd().exitCode()).isNotZero();
        sandbox.awaitNothingLeft();
    }

    @Test
    void aRestartUnderAFloodLosesNoLine(Sandbox sandbox) throws IOException {
        // Ends with what it has written: more than 10,000 lines a second, in bursts.
        sandbox.write("flood.sh", """
                exec 2>/dev/null
                n=0
                asked=
                trap 'asked=yes' TERM
                while true; do
                    i=0
                    while [ $i -lt 1000 ]; do n=$((n+1)); i=$((i+1)); echo "line $n"; done
                    if [ $asked ]; then echo "last $n"; exit 0; fi
                    sleep 0.05
                done
                """);
        brum(sandbox.yaml("services: {flood: {command: exec sh flood.sh}}\n"), "up", "-d", "--wait");
        until("it writes", () -> sandbox.journal().lines("flood").size() > 10_000);
        brum(sandbox, "restart", "flood");
        until("it writes again", () -> sandbox.journal().lines("flood").size() > 25_000);
        down(sandbox);

        List<String> lines = sandbox.journal().lines("flood");
        int expected = 1;
        int ends = 0;
        for (String line : lines) {
            if (line.startsWith("last ")) {
                assertThat(line).isEqualTo("last " + (expected - 1));
                expected = 1;
                ends++;
            } else {
                assertThat(line).isEqualTo("line " + expected++);
            }
        }
        assertThat(ends).isEqualTo(2);
    }

    @Test
    void askingOftenLeavesNothingBehind(Sandbox sandbox) throws IOException {
        brum(sandbox.yaml(CHAIN), "up", "-d", "--wait");
        for (int i = 0; i < 3; i++) {
            brum(sandbox, "ps");
        }
        Path files = Path.of("/proc/" + owner(sandbox) + "/fd");
        long before = count(files);

        for (int i = 0; i < 12; i++) {
            brum(sandbox, "ps");
        }

        until("its open files are as many as before", () -> count(files) <= before + 1);
        down(sandbox);
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theShopIsOperatedByTheseVerbs(Sandbox sandbox) throws IOException {
        ShopFolder shop = ShopFolder.in(sandbox);
        Ended up = shop.brum("up", "-d", "--wait", "--timeout", "120s", "--profile", "staging").run();
        assertThat(up.hasExitCode(0).stdout()).contains("it runs on in the background");

        brum(sandbox, "stop", "payments");
        assertThat(brum(sandbox, "why", "payments").stdout()).contains("brum stop");
        brum(sandbox, "start", "payments");
        brum(sandbox, "restart", "stage:core");
        brum(sandbox, "wait", "--timeout", "60s");
        assertThat(brum(sandbox, "health").stdout()).contains("gateway", "http /health");
        assertThat(brum(sandbox, "top", "--once").stdout()).contains("orders", "MB");
        assertThat(brum(sandbox, "connections").stdout()).isNotEmpty();
        assertThat(brum(sandbox, "env", "orders").stdout()).contains("PORT");
        assertThat(brum(sandbox, "exec", "orders", "--", "pwd").stdout()).contains(sandbox.project().toString());
        assertThat(brum(sandbox, "events").stdout()).contains("payments", "stopped");
        assertThat(brum(sandbox, "reload").stdout()).isEqualTo("nothing is different\n");

        down(sandbox);
        sandbox.awaitNothingLeft();
    }
}
