package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.child.Web;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Ports;
import dev.brummer.it.kit.Sandbox;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads. */
@EndToEnd
class ConsoleIT {
    private static Ended shown(Sandbox sandbox, String yaml, String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "up";
        System.arraycopy(options, 0, words, 1, options.length);
        return sandbox.yaml(yaml).brum(words).run();
    }

    @Test
    void eachLineBeginsWithItsServiceInOneColumn(Sandbox sandbox) {
        Ended ended = shown(sandbox, """
                services:
                  a: {type: task, command: echo short}
                  longer: {type: task, command: echo long}
                """).hasExitCode(0);

        assertThat(ended.lines()).contains("a      | short", "longer | long");
    }

    @Test
    void errorsAndWarningsAreMarkedWithoutColourToo(Sandbox sandbox) {
        Ended ended = shown(sandbox, """
                services:
                  web: {type: task, command: "echo fine; echo ERROR not fine; echo 'WARN: hardly fine'"}
                """).hasExitCode(0);

        assertThat(ended.lines()).contains("web  | fine", "web  E ERROR not fine", "web  W WARN: hardly fine");
    }

    @Test
    void theUnfinishedLastLineOfACrashIsShown(Sandbox sandbox) {
        Ended ended = shown(sandbox, """
                services:
                  web: {command: "printf 'first\\\\nlast words' >&2; kill -KILL $$$$"}
                """).hasExitCode(1);

        assertThat(ended.lines()).contains("web  | first", "web  | last words", "brum E   │ last words");
    }

    @Test
    void stateChangesComeWithTheTimeTheyTookAndASummaryWithTheCriticalPath(Sandbox sandbox) {
        int port = Ports.free();
        BrumRun up = sandbox.yaml("""
                services:
                  migrate: {type: task, command: "true"}
                  web:
                    command: %s
                    ports: [%d]
                    healthcheck: {http: /health}
                    depends_on: [migrate]
                """.formatted(Web.command(port), port)).brum("up").start().awaitText("127.0.0.1:" + port);

        up.interrupt().hasExitCode(0);

        assertThat(up.stdout())
                .containsPattern("migrate > completed in \\d+ ms: exit 0\n")
                .containsPattern("web     > ready in [\\d.]+ m?s: http 200 in \\d+ ms\n")
                .containsPattern("brum    > ready in \\d+\\.\\d s: migrate \\d+\\.\\d → web \\d+\\.\\d\n")
                .containsPattern("brum    > +web +http://127\\.0\\.0\\.1:" + port + "\n");
    }

    @Test
    void timesAndPrefixesAreAMatterOfTaste(Sandbox sandbox) {
        String yaml = "services: {web: {type: task, command: echo hello}}\n";

        Ended timed = shown(sandbox, yaml, "--timestamps").hasExitCode(0);
        Ended bare = shown(sandbox, yaml, "--no-prefix").hasExitCode(0);

        assertThat(timed.stdout()).containsPattern("(?m)^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} web  \\| hello$");
        assertThat(bare.lines()).contains("hello");
    }

    @Test
    void aQuietServiceIsQuietAndStillStored(Sandbox sandbox) {
        Ended ended = shown(sandbox, """
                services:
                  loud: {type: task, command: echo chatter}
                  careful: {type: task, command: "echo chatter; echo ERROR trouble", console: errors}
                  silent: {command: "echo chatter; echo ERROR trouble; exit 1", console: off}
                """).hasExitCode(1);

        assertThat(ended.lines()).filteredOn(line -> line.matches("\\w+ +[|EW] .*") && !line.startsWith("brum"))
                .containsExactlyInAnyOrder("loud    | chatter", "careful E ERROR trouble");
        assertThat(ended.lines()).contains("brum    E   │ chatter");
    }

    @Test
    void outputToAClosedPipeEndsQuietlyAndLeavesNothing(Sandbox sandbox) {
        Ended ended = sandbox.yaml("""
                services:
                  web: {command: "while :; do echo tick; sleep 0.02; done"}
                """).brum("up").inShell("\"$@\" | head -n 1").run();

        ended.hasExitCode(0);
        assertThat(ended.lines()).hasSize(1);
        assertThat(ended.stderr()).isEmpty();
    }

    @Test
    void manyLinesAllArriveInTheirOrder(Sandbox sandbox) {
        Ended ended = shown(sandbox, "services: {web: {type: task, command: seq 20000}}\n").hasExitCode(0);

        List<String> numbers = ended.lines().stream()
                .filter(line -> line.startsWith("web  | "))
                .map(line -> line.substring(7))
                .toList();
        assertThat(numbers).hasSize(20_000).startsWith("1", "2").endsWith("19999", "20000");
    }

    @Test
    void aTerminalOfTwentyColumnsIsNoTrouble(Sandbox sandbox) {
        Ended ended = sandbox.yaml("""
                services:
                  a-service-with-a-very-long-name: {type: task, command: echo hello}
                """).brum("up", "--timestamps").onTerminal(20).run().hasExitCode(0);

        assertThat(ended.stdout()).contains("hello");
    }

    @Test
    void aFaultIsShownOnATerminalOfTwentyColumns(Sandbox sandbox) {
        Ended ended = sandbox.yaml("services: {web: {comand: sleep 1}}\n").brum("up").onTerminal(20).run();

        ended.hasExitCode(2);
        assertThat(ended.stdout()).contains("unknown-key").doesNotContain("Exception");
    }
}
