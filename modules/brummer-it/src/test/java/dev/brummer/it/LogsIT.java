package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Ended;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.Signals;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@code brum logs} finds, while services run and afterwards. */
@EndToEnd
class LogsIT {
    /** Prints what it finds in files of its folder, line by line and for ever. */
    private static final String FOLLOWING_A_FILE = """
            services:
              auth:
                command: touch says; exec tail -n +1 -f says
                readiness: {log: hello}
            """;

    private static Ended wrote(Sandbox sandbox, String yaml) {
        return sandbox.yaml(yaml).up().awaitEnd();
    }

    @Test
    void whatAStartHasWrittenIsFoundAfterItHasEnded(Sandbox sandbox) {
        wrote(sandbox, """
                services:
                  auth: {type: task, command: "seq -f 'user %g came' 300; echo 'ERROR no more users'"}
                  orders: {type: task, command: "echo order 17 of user 17", depends_on: [auth]}
                """).hasExitCode(0);

        assertThat(sandbox.brum("logs").run().hasExitCode(0).lines())
                .hasSize(100)
                .startsWith("auth   | user 203 came")
                .endsWith("auth   E ERROR no more users", "orders | order 17 of user 17");
        assertThat(sandbox.brum("logs", "-n", "2", "CAME").run().lines())
                .containsExactly("auth   | user 299 came", "auth   | user 300 came");
        assertThat(sandbox.brum("logs", "orders").run().lines()).containsExactly("orders | order 17 of user 17");
        assertThat(sandbox.brum("logs", "/user 1[67]( |$)/").run().lines())
                .containsExactly("auth   | user 16 came", "auth   | user 17 came", "orders | order 17 of user 17");
        assertThat(sandbox.brum("logs", "ERROR").run().lines()).containsExactly("auth   E ERROR no more users");
        assertThat(sandbox.brum("logs", "/user 17\\b/", "-orders").run().lines()).containsExactly("auth   | user 17 came");
        assertThat(sandbox.brum("logs", "-C", "1", "user 17 came").run().lines())
                .containsExactly("auth   | user 16 came", "auth   | user 17 came", "auth   | user 18 came");
        assertThat(sandbox.brum("logs", "-n", "all", "--no-prefix").run().lines()).hasSize(302).contains("user 1 came");
        assertThat(sandbox.brum("logs", "absent").run().hasExitCode(0).stdout()).isEmpty();
    }

    @Test
    void aNameThatCouldBeSeveralIsTextAndThatIsSaid(Sandbox sandbox) {
        wrote(sandbox, """
                services:
                  billing-api: {type: task, command: "echo paid", aliases: [billing]}
                  billing-web: {type: task, command: "echo asked billing", aliases: [billing], depends_on: [billing-api]}
                """).hasExitCode(0);

        Ended logs = sandbox.brum("logs", "--no-prefix", "billing").run().hasExitCode(0);

        assertThat(logs.lines()).containsExactly("asked billing");
        assertThat(logs.stderr())
                .isEqualTo("brum: 'billing' may be billing-api or billing-web, so it is taken as text alone: say which, as in "
                        + "service:billing-api\n");
    }

    @Test
    void aNameOfTwoWordsFindsWhatItsServiceWrote(Sandbox sandbox) {
        wrote(sandbox, """
                services:
                  shop: {type: task, command: "echo sold", aliases: [Billing Desk]}
                  mail: {type: task, command: "echo told by the billing desk; echo sent", depends_on: [shop]}
                """).hasExitCode(0);

        assertThat(sandbox.brum("logs", "--no-prefix", "Billing Desk").run().lines())
                .containsExactly("sold", "told by the billing desk");
        assertThat(sandbox.brum("logs", "--no-prefix", "service:\"billing desk\"").run().lines()).containsExactly("sold");
        sandbox.brum("logs", "service:Billing Desk").run().isRefusedWith("did you mean 'service:\"Billing Desk\"'?");
        assertThat(sandbox.brum("logs", "--no-prefix", "service:shop desk").run().stderr()).isEmpty();
    }

    @Test
    void aNameOfTwoWordsOfWhichTheFirstIsANameTooIsSaidToLackItsQuotes(Sandbox sandbox) {
        wrote(sandbox, """
                services:
                  billing: {type: task, command: "echo paid; echo the desk is closed"}
                  shop: {type: task, command: "echo sold", aliases: [Billing Desk]}
                """).hasExitCode(0);

        Ended logs = sandbox.brum("logs", "--no-prefix", "service:billing desk").run().hasExitCode(0);

        assertThat(logs.lines()).containsExactly("the desk is closed");
        assertThat(logs.stderr())
                .isEqualTo("brum: 'desk' behind service:billing is text of its own: did you mean 'service:\"billing desk\"'?\n");
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidAndOneThatNobodyReadsIsNot(Sandbox sandbox) {
        wrote(sandbox, "services: {auth: {type: task, command: seq 300}}\n").hasExitCode(0);

        for (String line : List.of("logs", "logs --starts", "logs -n all -C 1 7", "logs --output json", "events", "graph", "--help", "up")) {
            String[] words = line.split(" ");
            assertThat(sandbox.brum(words).inShell("exec \"$@\" >/dev/full").run().hasExitCode(2).stderr())
                    .as(line)
                    .isEqualTo("brum: the output cannot be written: No space left on device\n");
            assertThat(sandbox.brum(words).inShell("{ \"$@\"; echo $? >ended; } | :; cat ended").run().hasExitCode(0))
                    .as(line)
                    .isEqualTo(new Ended(0, "0\n", ""));
        }
    }

    @Test
    void asJsonItIsLogObjectsAlone(Sandbox sandbox) {
        wrote(sandbox, """
                services:
                  auth: {type: task, command: "printf '\\\\033[31mWARN\\\\033[0m low\\\\n'"}
                """).hasExitCode(0);

        Ended logs = sandbox.brum("logs", "--output", "json", "--color", "always").run().hasExitCode(0);

        assertThat(logs.lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("{\"type\":\"log\",\"time\":\"")
                .endsWith("\"service\":\"auth\",\"run\":1,\"stream\":\"stdout\",\"level\":\"warn\",\"text\":\"WARN low\"}"));
    }

    @Test
    void whatIsWrittenMeanwhileIsFollowedUntilTheEnd(Sandbox sandbox) {
        sandbox.write("says", "hello\n");
        BrumRun up = sandbox.yaml(FOLLOWING_A_FILE).up().await("auth", "ready");
        BrumRun logs = sandbox.brum("logs", "-f", "not:hidden").start().awaitText("hello");

        sandbox.brum().command("sh", "-c", "echo hidden >> says; echo shown >> says").run();
        logs.awaitText("shown");
        up.interrupt().hasExitCode(0);

        assertThat(logs.awaitEnd().hasExitCode(0).lines()).containsExactly("auth | hello", "auth | shown");
    }

    @Test
    void followingEndsWithCtrlCAndLeavesTheFleetAlone(Sandbox sandbox) {
        sandbox.write("says", "hello\n");
        BrumRun up = sandbox.yaml(FOLLOWING_A_FILE).up().await("auth", "ready");

        sandbox.brum("logs", "-f").start().awaitText("hello").interrupt().hasExitCode(0);

        assertThat(up.isAlive()).isTrue();
        up.interrupt().hasExitCode(0);
    }

    @Test
    void aReaderThatIsStoppedMissesNothingAndHoldsNobodyUp(Sandbox sandbox) {
        sandbox.write("says", "hello\n");
        BrumRun up = sandbox.yaml(FOLLOWING_A_FILE).up().await("auth", "ready");
        BrumRun logs = sandbox.brum("logs", "-f", "--no-prefix").start().awaitText("hello");

        Signals.send("STOP", logs.pid());
        sandbox.brum().command("sh", "-c", "seq 50000 >> says; echo last >> says").run();
        up.awaitLine("auth", "last");
        Signals.send("CONT", logs.pid());
        logs.awaitText("last");
        up.interrupt().hasExitCode(0);

        List<String> expected = IntStream.rangeClosed(1, 50_000).mapToObj(Integer::toString).toList();
        assertThat(logs.awaitEnd().lines()).startsWith("hello").endsWith("last").containsSubsequence(expected);
    }

    @Test
    void aStackTraceIsOneThing(Sandbox sandbox) {
        sandbox.write("trace", """
                before
                ERROR request failed
                java.lang.IllegalStateException: no token
                \tat shop.Auth.check(Auth.java:17)
                Caused by: java.io.IOException: connection reset
                \tat shop.Store.read(Store.java:4)
                after
                """);
        wrote(sandbox, "services: {auth: {type: task, command: cat trace}}\n").hasExitCode(0);

        assertThat(sandbox.brum("logs", "--no-prefix", "Store.java").run().lines())
                .hasSize(5)
                .startsWith("ERROR request failed")
                .endsWith("\tat shop.Store.read(Store.java:4)");
        assertThat(sandbox.brum("logs", "--no-prefix", "-error").run().lines()).containsExactly("before", "after");
        assertThat(sandbox.brum("logs", "-n", "1", "--no-prefix", "level:error").run().lines()).hasSize(5);
    }

    @Test
    void theStartsAreListedWithWhatBecameOfThem(Sandbox sandbox) {
        wrote(sandbox, "services: {auth: {type: task, command: echo first}}\n").hasExitCode(0);
        wrote(sandbox, "services: {auth: {type: task, command: echo ERROR second; exit 3}}\n").hasExitCode(1);
        sandbox.write("says", "hello\n");
        BrumRun up = sandbox.yaml(FOLLOWING_A_FILE).up().await("auth", "ready");

        List<String> starts = sandbox.brum("logs", "--starts").run().hasExitCode(0).lines();
        assertThat(starts).hasSize(4);
        assertThat(starts.get(1)).matches("\\S+ .* 0 +1 +0");
        assertThat(starts.get(2)).matches("\\S+ .* 1 +1 +1");
        assertThat(starts.get(3)).matches("\\S+ .* running +1 +0");
        assertThat(sandbox.brum("logs", "--start", "previous").run().lines()).containsExactly("auth E ERROR second");
        String first = starts.get(1).split(" ")[0];
        assertThat(sandbox.brum("logs", "--start", first).run().lines()).containsExactly("auth | first");
        sandbox.brum("logs", "--start", "1999").run().isRefusedWith("no start is called '1999'");
        up.interrupt().hasExitCode(0);
    }

    @Test
    void aStartThatWasKilledIsReadUpToItsLastLine(Sandbox sandbox) {
        sandbox.write("says", "hello\n");
        BrumRun up = sandbox.yaml(FOLLOWING_A_FILE).up().await("auth", "ready");
        Signals.send("KILL", up.pid());
        up.awaitEnd();
        sandbox.awaitNothingLeft();

        assertThat(sandbox.brum("logs").run().hasExitCode(0).lines()).containsExactly("auth | hello");
        assertThat(sandbox.brum("logs", "--starts").run().lines().getLast()).matches("\\S+ .* killed +1 +0");
    }

    @Test
    void whatCannotBeAskedIsSaidWithItsPlace(Sandbox sandbox) {
        sandbox.yaml("services: {auth: {type: task, command: echo hello}}\n");
        assertThat(sandbox.brum("logs").run().hasExitCode(3).stderr()).contains("nothing has been started");
        sandbox.up().awaitEnd().hasExitCode(0);

        sandbox.brum("logs", "level:bad").run().isRefusedWith("level:bad", "^^^");
        sandbox.brum("logs", "auth", "/un(closed/").run().isRefusedWith("auth /un(closed/", "unclosed group");
        sandbox.brum("logs", "service:aut").run().isRefusedWith("there is no service 'aut'", "did you mean 'auth'?");
        sandbox.brum("logs", "-n", "many").run().isRefusedWith("-n takes a number, not 'many'");
        sandbox.brum("logs", "--start", "previous", "--start", "1").run().isRefusedWith("--start takes one value");
        sandbox.brum("logs", "--starts", "-n", "5").run().isRefusedWith("--starts lists the starts and takes no --lines");
        sandbox.brum("logs", "--output", "xml").run().isRefusedWith("text or json, not 'xml'");
    }

    @Test
    void aFaultyFileDoesNotHideWhatWasWritten(Sandbox sandbox) {
        wrote(sandbox, "services: {auth: {type: task, command: echo hello}}\n").hasExitCode(0);
        sandbox.yaml("services: {auth: {comand: echo}}\n");

        assertThat(sandbox.brum("logs").run().hasExitCode(0).lines()).containsExactly("auth | hello");
    }

    @Test
    void whatIsKeptIsBoundedByNumberOfStarts(Sandbox sandbox) {
        for (int i = 1; i <= 4; i++) {
            wrote(sandbox, "logs: {retain: {starts: 2}}\nservices: {auth: {type: task, command: echo start " + i + "}}\n")
                    .hasExitCode(0);
        }
        assertThat(sandbox.brum("logs", "--starts").run().lines()).hasSize(3);
        assertThat(sandbox.brum("logs", "--start", "previous").run().lines()).containsExactly("auth | start 3");
    }

    @Test
    void aLineOfAnotherServiceIsShownAsThatServices(Sandbox sandbox) {
        sandbox.yaml("""
                services:
                  auth: {type: task, command: "echo own", aliases: [Login Box]}
                  web: {type: task, command: "echo own", depends_on: [auth]}
                  compose:
                    type: task
                    command: |
                      echo 'Attaching to auth-1, web-1'
                      printf '\\033[36mauth-1  | \\033[0mlistening\\n\\033[33mweb-1   | \\033[0m\\033[31mERROR no auth\\033[0m\\n'
                      printf '\\033[33mweb-1   | \\033[0m    at a.js:1:2\\nother-1 | unknown\\n'
                    depends_on: [web]
                  npm:
                    type: task
                    command: |
                      echo '[Login Box] ready'
                      printf '\\033[34m[web]\\033[39m GET /\\n'
                      echo '[npm] its own'
                    depends_on: [compose]
                """);
        String[] shown = {
            "auth    | own",
            "web     | own",
            "compose | Attaching to auth-1, web-1",
            "auth    | listening",
            "web     E ERROR no auth",
            "web     |     at a.js:1:2",
            "compose | other-1 | unknown",
            "auth    | ready",
            "web     | GET /",
            "npm     | [npm] its own"
        };

        assertThat(sandbox.brum("up").run().hasExitCode(0).lines())
                .filteredOn(line -> line.matches(".{8}[|E].*"))
                .containsExactly(shown);
        assertThat(sandbox.brum("logs").run().lines()).containsExactly(shown);
        assertThat(sandbox.brum("logs", "-f", "not:absent").run().lines()).containsExactly(shown);
        assertThat(sandbox.brum("logs", "service:auth").run().lines())
                .containsExactly("auth    | own", "auth    | listening", "auth    | ready");
        assertThat(sandbox.brum("logs", "-C", "1", "listening").run().lines())
                .containsExactly("compose | Attaching to auth-1, web-1", "auth    | listening", "web     E ERROR no auth");
        assertThat(sandbox.brum("logs", "--no-prefix", "ready").run().lines()).containsExactly("[Login Box] ready");
        assertThat(sandbox.brum("logs", "--output", "json", "listening").run().lines())
                .singleElement()
                .asString()
                .contains("\"service\":\"auth\",\"writer\":\"compose\",\"run\":1,")
                .endsWith("\"text\":\"auth-1  | listening\"}");
    }
}
