package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Call;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service finds what it would find if its caller had started it: nothing of Brummer's own. */
@EndToEnd
class ChildSurroundingsIT {
    /** What a service sees that runs this command, the launcher having been called in this way by a shell. */
    private static List<String> seen(Sandbox sandbox, String command, String shellLine) {
        BrumRun up = call(sandbox, command).inShell(shellLine).start();
        up.awaitEnd().hasExitCode(0);
        return up.events().lines("web");
    }

    private static Call call(Sandbox sandbox, String command) {
        return sandbox.yaml("services: {web: {type: task, command: '" + command + "'}}\n")
                .brum("up", "--output", "json");
    }

    @Test
    void standardInputIsOpenAndSilent(Sandbox sandbox) {
        // At the end of a file, read returns 1 at once; when time is up, more than 128.
        BrumRun up = sandbox.yaml("""
                services:
                  web: {type: task, command: [bash, -c, "read -t 0.3 line; test $? -gt 128 && echo open and silent"]}
                """).up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web")).containsExactly("open and silent");
    }

    @Test
    void withTtyThereIsATerminalOnAllStreams(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {type: task, tty: true, command: "test -t 0 -a -t 1 -a -t 2; echo $? >&2; stty size; echo $TERM"}
                """).up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web")).containsExactly("0", "40 120", "xterm-256color");
    }

    @Test
    void theEnvironmentIsTheCallers(Sandbox sandbox) {
        String all = "env -u PWD -u OLDPWD -u SHLVL -u _ | sort";

        List<String> child = new ArrayList<>(seen(sandbox, all, "exec \"$@\""));
        List<String> plain = sandbox.brum().inShell(all).env("OTHER", "1").run().lines();

        // By this one alone Brummer finds again what it has started.
        child.removeIf(pair -> pair.startsWith("BRUM_RUN_"));
        assertThat(child).hasSizeGreaterThan(2).allMatch(plain::contains, "which a plain child has too");
        assertThat(plain)
                .filteredOn(pair -> !pair.startsWith("OTHER="))
                .allMatch(child::contains, "which a service has too");
    }

    @Test
    void variablesOfTheCallerArrive(Sandbox sandbox) {
        BrumRun up = call(sandbox, "echo \"$GREETING\"").env("GREETING", "good = morning").start();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web")).containsExactly("good = morning");
    }

    @Test
    void theSoftLimitOfOpenFilesIsTheCallers(Sandbox sandbox) {
        assertThat(seen(sandbox, "ulimit -Sn", "ulimit -Sn 321; exec \"$@\"")).containsExactly("321");
    }

    @Test
    void theHardLimitOfOpenFilesIsTheCallers(Sandbox sandbox) {
        assertThat(seen(sandbox, "ulimit -Hn", "ulimit -n 1234; exec \"$@\"")).containsExactly("1234");
    }

    @Test
    void signalsAreHandledAsInAPlainChild(Sandbox sandbox) {
        String signals = "grep -E \"^Sig(Blk|Ign|Cgt)\" /proc/self/status";

        List<String> plain = sandbox.brum().inShell(signals).run().lines();

        assertThat(plain).hasSize(3);
        assertThat(seen(sandbox, signals, "exec \"$@\"")).isEqualTo(plain);
    }

    @Test
    void aSignalThatTheCallerIgnoresIsIgnoredByAServiceToo(Sandbox sandbox) {
        String ignored = "grep ^SigIgn /proc/self/status";

        List<String> plain = sandbox.brum().inShell("trap '' HUP; " + ignored).run().lines();

        assertThat(plain).singleElement().asString().endsWith("1");
        assertThat(seen(sandbox, ignored, "trap '' HUP; exec \"$@\"")).isEqualTo(plain);
    }

    @Test
    void noOpenFileButTheThreeStreamsIsPassedOn(Sandbox sandbox) {
        // The third is the folder that ls itself reads.
        assertThat(seen(sandbox, "exec ls /proc/self/fd", "exec \"$@\"")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void theFolderIsTheOneThatTheFileNames(Sandbox sandbox) {
        sandbox.write("services/web/marker", "");
        BrumRun up = sandbox.yaml("services: {web: {type: task, command: ls, working_dir: services/web}}\n").up();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web")).containsExactly("marker");
    }

    @Test
    void aProfileWithAUsualNameIsTheNodeEnvOfServicesThatDoNotSayOtherwise(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  web: {type: task, command: echo $NODE_ENV}
                  own: {type: task, command: echo $NODE_ENV, environment: {NODE_ENV: test}}
                profiles: {staging: {environment: {LOG_LEVEL: warn}}}
                """).brum("up", "--output", "json", "--profile", "staging").env("NODE_ENV", "development").start();

        up.awaitEnd().hasExitCode(0);

        assertThat(up.events().lines("web")).containsExactly("staging");
        assertThat(up.events().lines("own")).containsExactly("test");
    }

    @Test
    void aPortThatBrummerChoseIsKnownToTheServiceAndItsNeighbours(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  db: {command: "echo mine $PORT; exec sleep 1000", ports: [auto], readiness: {log: mine}}
                  api:
                    type: task
                    command: echo theirs ${services.db.port}
                    depends_on: [db]
                """).up().await("api", "completed");

        up.interrupt().hasExitCode(0);

        String port = up.events().lines("db").getFirst().replace("mine ", "");
        assertThat(port).matches("\\d{4,5}");
        assertThat(up.events().lines("api")).containsExactly("theirs " + port);
    }
}
