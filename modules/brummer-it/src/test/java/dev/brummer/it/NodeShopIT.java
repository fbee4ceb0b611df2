package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code examples/node-shop}: a {@code package.json} with comments, Node services, and no brummer.yaml. */
@EndToEnd
class NodeShopIT {
    @Test
    void theStagesStartInOrderAndARequestIsFollowedThroughAllServices(Sandbox sandbox) throws Exception {
        NodeShopFolder shop = NodeShopFolder.in(sandbox);
        BrumRun up = shop.brum("up", "--output", "json").env("NODE_ENV", "staging").start();
        up.await("gateway", "ready");

        List<String> ready = up.events().order("ready");
        assertThat(ready).endsWith("gateway").hasSize(7);
        assertThat(ready.subList(0, 2)).containsExactlyInAnyOrder("auth", "users");
        assertThat(up.events().reason("auth", "ready")).contains("http 200");
        assertThat(shop.order("a1b2c3", "fine")).isEqualTo(201);
        assertThat(shop.order("d4e5f6", "declined")).isEqualTo(402);
        up.awaitLine("gateway", "[d4e5f6] POST /api/orders - 402");

        Ended trace = shop.brum("trace", "a1b2c3").run().hasExitCode(0);
        assertThat(trace.stdout())
                .contains("Validating token", "Loading user profile", "Creating order", "Processing payment", "- 201");
        Ended errors = shop.brum("errors").run().hasExitCode(0);
        assertThat(errors.stdout()).contains("the card for order");
        up.interrupt().hasExitCode(0);
    }

    @Test
    void aScriptRunsOnTheTerminalWithItsExitCode(Sandbox sandbox) throws Exception {
        NodeShopFolder shop = NodeShopFolder.in(sandbox);

        Ended monitor = shop.brum("run", "monitor").run();

        assertThat(monitor.exitCode()).isEqualTo(1);
        assertThat(monitor.stdout().lines().toList()).hasSize(7).allMatch(line -> line.contains("ECONNREFUSED"));
    }

    @Test
    void itsTestsRunAgainstServicesThatAreBroughtUpForThem(Sandbox sandbox) throws Exception {
        NodeShopFolder shop = NodeShopFolder.in(sandbox);

        Ended tested = shop.brum("test", "integration").run().hasExitCode(0);

        assertThat(tested.stdout()).contains("# pass 2", "# fail 0");
        assertThat(sandbox.processes()).isEmpty();
    }

    @Test
    void whatItIsCanBeWrittenDown(Sandbox sandbox) throws Exception {
        NodeShopFolder shop = NodeShopFolder.in(sandbox);

        shop.brum("init").run().hasExitCode(0);

        assertThat(sandbox.read("brummer.yaml")).contains("stages:", "working_dir: services/auth-service");
        Ended plan = shop.brum("up", "--dry-run").run().hasExitCode(0);
        assertThat(plan.stdout()).contains(List.of("gateway", "auth", "users", "payments"));
    }

    @Test
    void whatWasWrittenDownSaysTheSameAndRuns(Sandbox sandbox) throws Exception {
        NodeShopFolder shop = NodeShopFolder.in(sandbox);
        shop.brum("init").run().hasExitCode(0);
        // Somebody here has no containers, and needs none.
        sandbox.write("brummer.local.yaml", "services: {infra: {command: 'true', readiness: null, stop_command: null}}");

        Ended config = shop.brum("config").run().hasExitCode(0);
        assertThat(config.stdout()).contains("stage: gateway", "services/auth-service");
        BrumRun up = shop.brum("up", "--output", "json").start().await("gateway", "ready");

        assertThat(shop.order("a1b2c3", "fine")).isEqualTo(201);
        assertThat(up.events().order("ready")).endsWith("gateway");
        shop.brum("down").run().hasExitCode(0);
        up.awaitEnd().hasExitCode(0);
    }
}
