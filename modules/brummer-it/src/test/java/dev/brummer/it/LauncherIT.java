package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.Distribution;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code scripts/brum} itself. */
@EndToEnd
class LauncherIT {
    private static final String VERSION = "brum \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?, Java 2[5-9].*\n";

    @Test
    void itTellsItsVersionAndNothingElse(Sandbox sandbox) {
        Ended ended = sandbox.brum("--version").run().hasExitCode(0);

        assertThat(ended.stdout()).matches(VERSION);
        assertThat(ended.stderr()).as("nothing is built").isEmpty();
    }

    @Test
    void helpListsTheCommandsAndTheOptions(Sandbox sandbox) {
        Ended ended = sandbox.brum("--help").run().hasExitCode(0);

        assertThat(ended.stdout()).contains("  up ", "  graph ", "-d, --dir", "--profile");
        assertThat(sandbox.brum("help").run()).isEqualTo(ended);
        assertThat(sandbox.brum("-h").run()).isEqualTo(ended);
    }

    @Test
    void aCommandHasAHelpOfItsOwn(Sandbox sandbox) {
        Ended ended = sandbox.brum("help", "up").run().hasExitCode(0);

        assertThat(ended.stdout()).contains("--fail-fast", "--no-deps", "--dry-run", "--timeout TIME");
        assertThat(sandbox.brum("up", "--help").run()).isEqualTo(ended);
    }

    @Test
    void itCanBeCalledThroughALinkToALinkFromAnywhere(Sandbox sandbox) throws IOException {
        Path bin = Files.createDirectories(sandbox.beside("my bin"));
        Files.createSymbolicLink(bin.resolve("absolute"), Checkout.LAUNCHER);
        Files.createSymbolicLink(bin.resolve("brum"), Path.of("absolute"));

        Ended ended = sandbox.brum("--version").launcher(bin.resolve("brum")).from(Path.of("/")).run();

        assertThat(ended.hasExitCode(0).stdout()).matches(VERSION);
    }

    @Test
    void itCanBeCalledThroughThePath(Sandbox sandbox) throws IOException {
        Path bin = Files.createDirectories(sandbox.beside("bin"));
        Files.createSymbolicLink(bin.resolve("brum"), Checkout.LAUNCHER);

        Ended ended = sandbox.brum("--version").inShell("PATH=" + bin + ":$PATH; exec brum --version").run();

        assertThat(ended.hasExitCode(0).stdout()).matches(VERSION);
    }

    @Test
    void itCanBeCalledByARelativePath(Sandbox sandbox) {
        Ended ended = sandbox.brum().from(Checkout.ROOT.resolve("scripts")).inShell("exec ./brum --version").run();

        assertThat(ended.hasExitCode(0).stdout()).matches(VERSION);
    }

    @Test
    void aCheckoutMayBeInAFolderWithSpaces(Sandbox sandbox) throws IOException {
        Path launcher = Distribution.copyOfTheCheckouts(sandbox.beside("my own checkout")).launcher();

        Ended ended = sandbox.yaml("services: {web: {type: task, command: echo hello}}\n")
                .brum("up")
                .launcher(launcher)
                .run()
                .hasExitCode(0);

        assertThat(ended.lines()).contains("web  | hello");
        assertThat(ended.stderr()).isEmpty();
    }

    @Test
    void aProjectMayBeInAFolderWithSpaces(Sandbox sandbox) {
        sandbox.write("my own project/brummer.yaml", "services: {web: {type: task, command: pwd}}\n");

        Ended ended = sandbox.brum("-d", "my own project", "up").run().hasExitCode(0);

        assertThat(ended.stdout()).contains("web  | " + sandbox.project().resolve("my own project"));
    }

    @Test
    void whatTheJvmHasToSayIsNeverOnStandardOutput(Sandbox sandbox) {
        Ended ended = sandbox.brum("--version").env("JAVA_TOOL_OPTIONS", "-Dsome.property=1").run().hasExitCode(0);

        assertThat(ended.stdout()).matches(VERSION);
        assertThat(ended.stderr()).contains("JAVA_TOOL_OPTIONS");
    }

    @Test
    void aDamagedCacheCostsTimeAndNothingElse(Sandbox sandbox) throws IOException {
        Distribution copy = Distribution.copyOfTheCheckouts(sandbox.beside("checkout"));
        Files.write(copy.cache(), new byte[10_000]);

        Ended ended = sandbox.brum("--version").launcher(copy.launcher()).run().hasExitCode(0);

        assertThat(ended.stdout()).matches(VERSION);
    }

    @Test
    void aChangedClassIsSeenAfterItsBuild(Sandbox sandbox) throws IOException {
        Distribution copy = Distribution.copyOfTheCheckouts(sandbox.beside("checkout"));
        assertThat(sandbox.brum("--version").launcher(copy.launcher()).run().stdout()).startsWith("brum ");

        copy.rebuildWith("dev.brummer.cli.Version", """
                package dev.brummer.cli;
                final class Version {
                    static String text() { return "another text"; }
                }
                """);

        Ended ended = sandbox.brum("--version").launcher(copy.launcher()).run().hasExitCode(0);
        assertThat(ended.stdout()).isEqualTo("another text\n");
    }
}
