package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.child.Web;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What a user can do wrong ends in a sentence that says what to do, and never in a stack trace. */
@EndToEnd
class RefusalIT {
    @Test
    void aFolderWithoutAFileIsToldHowToBegin(Sandbox sandbox) {
        sandbox.brum("up").run().isRefusedWith("brummer.yaml", sandbox.project().toString());
    }

    @Test
    void aFolderThatDoesNotExistIsNamed(Sandbox sandbox) {
        sandbox.brum("-d", "no/such/folder", "up").run().isRefusedWith("no/such/folder", "-d");
    }

    @Test
    void aFileGivenAsFolderIsNamed(Sandbox sandbox) {
        sandbox.write("a-file", "");

        sandbox.brum("-d", "a-file", "up").run().isRefusedWith("a-file", "-d");
    }

    @Test
    void aFileThatDoesNotExistIsNamed(Sandbox sandbox) {
        sandbox.brum("-f", "other.yaml", "up").run().isRefusedWith("other.yaml");
    }

    @Test
    void aFolderInPlaceOfTheFileIsNoCrash(Sandbox sandbox) throws IOException {
        Files.createDirectory(sandbox.project().resolve("brummer.yaml"));

        sandbox.brum("up").run().isRefusedWith("brummer.yaml");
    }

    @Test
    void aLinkToNowhereInPlaceOfTheFileIsNoCrash(Sandbox sandbox) throws IOException {
        Files.createSymbolicLink(sandbox.project().resolve("brummer.yaml"), Path.of("gone.yaml"));

        sandbox.brum("up").run().isRefusedWith("brummer.yaml");
    }

    @Test
    void anEmptyFileHasNothingToStart(Sandbox sandbox) {
        sandbox.yaml("").brum("up").run().isRefusedWith("services");
    }

    @Test
    void aFileWithoutServicesHasNothingToStart(Sandbox sandbox) {
        sandbox.yaml("services: {}\n").brum("up").run().isRefusedWith("services");
    }

    @Test
    void aFileWhoseServicesAreAllLeftOutSaysHowToActivateThem(Sandbox sandbox) {
        sandbox.yaml("services: {web: {command: sleep 1, profiles: [staging]}}\n")
                .brum("up")
                .run()
                .isRefusedWith("--profile");
    }

    @Test
    void aFaultIsShownAtItsPlaceWithASuggestion(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  web:
                    comand: sleep 1
                """)
                .brum("up")
                .run()
                .isRefusedWith("brummer.yaml:3:5: error[unknown-key]", "^^^^^^ did you mean 'command'?");
    }

    @Test
    void allFaultsAreToldAtOnce(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  web: {command: sleep 1, restart: sometimes}
                  api: {command: sleep 1, depends_on: [wep]}
                """).brum("up").run().isRefusedWith("sometimes", "did you mean 'web'?");
    }

    @Test
    void aCycleIsNamedWithTheLinesThatMakeIt(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  a: {command: sleep 1, depends_on: [b]}
                  b: {command: sleep 1, depends_on: [a]}
                """)
                .brum("up")
                .run()
                .isRefusedWith("error[cycle]", "2 |   a: {", "^ a waits for b", "3 |   b: {", "^ b waits for a");
    }

    @Test
    void anUnknownServiceGetsASuggestion(Sandbox sandbox) {
        sandbox.yaml("services: {payments: {command: sleep 1}}\n")
                .brum("up", "paymets")
                .run()
                .isRefusedWith("'paymets'", "did you mean 'payments'?");
    }

    @Test
    void anUnknownCommandGetsASuggestion(Sandbox sandbox) {
        sandbox.brum("grahp").run().isRefusedWith("'grahp'", "did you mean 'graph'?");
    }

    @Test
    void anUnknownOptionGetsASuggestion(Sandbox sandbox) {
        sandbox.brum("up", "--fail-fats").run().isRefusedWith("--fail-fats", "did you mean '--fail-fast'?");
    }

    @Test
    void anUnknownProfileIsRefused(Sandbox sandbox) {
        sandbox.yaml("""
                services: {web: {command: sleep 1}}
                profiles: {staging: {}}
                """).brum("up", "--profile", "stagin").run().isRefusedWith("stagin", "staging");
    }

    @Test
    void aTimeoutThatIsNoTimeIsRefused(Sandbox sandbox) {
        sandbox.yaml("services: {web: {command: sleep 1}}\n")
                .brum("up", "--timeout", "soon")
                .run()
                .isRefusedWith("--timeout", "'soon'", "60s");
    }

    @Test
    void aVariableWithoutAValueIsRefused(Sandbox sandbox) {
        sandbox.yaml("services: {web: {command: sleep 1}}\n")
                .brum("up", "--env", "NAME")
                .run()
                .isRefusedWith("--env", "NAME=VALUE");
    }

    @Test
    void aDependencyThatAProfileLeavesOutSaysHowToMendIt(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  db: {command: sleep 1, profiles: [full]}
                  api: {command: sleep 1, depends_on: [db]}
                """).brum("up").run().isRefusedWith("db", "full", "required: false");
    }

    @Test
    void aCommandThatIsNotThereFailsItsService(Sandbox sandbox) {
        String said = failure(sandbox, "services: {web: {command: [no-such-program, --fast]}}\n");

        assertThat(said).contains("web failed: command not found: no-such-program").contains("brum up web");
    }

    @Test
    void aProgramWithoutPermissionFailsItsService(Sandbox sandbox) throws IOException {
        Path program = sandbox.write("start.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));

        String said = failure(sandbox, "services: {web: {command: [./start.sh]}}\n");

        assertThat(said).contains("permission").contains("chmod +x");
    }

    @Test
    void aMissingFolderFailsItsService(Sandbox sandbox) {
        String said = failure(sandbox, "services: {web: {command: sleep 1, working_dir: services/web}}\n");

        assertThat(said).contains("services/web").contains("working_dir");
    }

    @Test
    void aPortThatIsTakenFailsItsServiceAndNamesTheOwner(Sandbox sandbox) {
        int port = Ports.free();
        BrumRun owner = sandbox.brum().command("/bin/sh", "-c", "exec " + Web.command(port)).start();
        owner.awaitText("serving on " + port);

        String said = failure(sandbox, "services: {web: {command: sleep 1, ports: [%d]}}%n".formatted(port));

        assertThat(said).contains("port " + port).contains("pid " + owner.pid()).contains("java");
        owner.signal("KILL").awaitEnd();
    }

    private static String failure(Sandbox sandbox, String yaml) {
        String said = sandbox.yaml(yaml).brum("up").run().hasExitCode(1).stdout();
        assertThat(said).doesNotContain("\tat ").doesNotContain("Exception");
        return said;
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(Sandbox sandbox) {
        sandbox.write(".brummer", "a file where the folder belongs");

        sandbox.yaml("services: {web: {command: sleep 1}}\n").brum("up").run().isRefusedWith(".brummer");
    }

    @Test
    void aLackOfFileHandlesIsToldAsSuchAndTheRestRunsOn(Sandbox sandbox) {
        StringBuilder yaml = new StringBuilder("services:\n");
        for (int i = 0; i < 40; i++) {
            yaml.append("  s%d: {command: exec sleep 1000}\n".formatted(i));
        }
        BrumRun up = sandbox.yaml(yaml.toString())
                .brum("up", "--output", "json")
                .inShell("ulimit -n 100; exec \"$@\"")
                .start();
        up.await("all are decided", () -> up.events().order("ready").size() + up.events().order("failed").size() == 40);

        Ended ended = up.interrupt().hasExitCode(1);

        assertThat(ended.stderr()).isEmpty();
        assertThat(up.events().order("stopped")).isNotEmpty().hasSameSizeAs(up.events().order("ready"));
        assertThat(up.events().order("failed")).isNotEmpty().allSatisfy(service ->
                assertThat(up.events().reason(service, "failed")).contains("no file handles are left", "ulimit -n"));
    }
}
