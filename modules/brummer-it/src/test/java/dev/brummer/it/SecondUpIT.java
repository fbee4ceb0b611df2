package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.Sandbox;
import org.junit.jupiter.api.Test;

/** A folder's fleet has one owner. */
@EndToEnd
class SecondUpIT {
    private static final String YAML = "services: {web: {command: exec sleep 1000}}\n";

    @Test
    void aSecondUpJoinsTheFirstAndLeavesItRunning(Sandbox sandbox) {
        BrumRun first = sandbox.yaml(YAML).up().await("web", "ready");

        BrumRun second = sandbox.brum("up").start().awaitText("everything asked for is there already");
        Ended left = second.interrupt().hasExitCode(0);

        assertThat(left.stderr()).contains("everything runs on, supervised by pid " + first.pid());
        assertThat(first.isAlive()).isTrue();
        first.interrupt().hasExitCode(0);
        assertThat(first.events().order("starting")).containsExactly("web");
    }

    @Test
    void aSecondUpForAProgramShowsTheStreamAsJson(Sandbox sandbox) {
        BrumRun first = sandbox.yaml(YAML).up().await("web", "ready");

        BrumRun second = sandbox.up().await("web", "ready");
        first.interrupt().hasExitCode(0);

        second.awaitEnd().hasExitCode(0);
        assertThat(second.events().states("web")).endsWith("stopped");
    }

    @Test
    void aSecondUpByAnotherConfigurationChangesNothingAndSaysWhatIsDifferent(Sandbox sandbox) {
        BrumRun first = sandbox.yaml(YAML).up().await("web", "ready");
        sandbox.yaml(YAML.replace("services:", "environment: {MODE: other}\nservices:"));

        sandbox.brum("up").run().isRefusedWith("another configuration of web", "brum reload");

        first.interrupt().hasExitCode(0);
        assertThat(first.events().order("starting")).containsExactly("web");
    }

    @Test
    void theNextUpWorksAfterTheFirstHasEnded(Sandbox sandbox) {
        sandbox.yaml(YAML).up().await("web", "ready").interrupt().hasExitCode(0);

        sandbox.up().await("web", "ready").interrupt().hasExitCode(0);
    }

    @Test
    void theNextUpWorksAfterTheFirstWasKilled(Sandbox sandbox) {
        sandbox.yaml(YAML).up().await("web", "ready").signal("KILL").awaitEnd();

        sandbox.up().await("web", "ready").interrupt().hasExitCode(0);
    }

    @Test
    void anotherFolderIsNoneOfItsBusiness(Sandbox sandbox) {
        sandbox.write("a/brummer.yaml", YAML);
        sandbox.write("b/brummer.yaml", YAML);
        BrumRun a = sandbox.brum("-d", "a", "up", "--output", "json").start();
        BrumRun b = sandbox.brum("-d", "b", "up", "--output", "json").start();

        a.await("web", "ready");
        b.await("web", "ready");

        a.interrupt().hasExitCode(0);
        assertThat(b.isAlive()).isTrue();
        b.interrupt().hasExitCode(0);
    }
}
