package dev.brummer.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.it.kit.Await;
import dev.brummer.it.kit.BrumRun;
import dev.brummer.it.kit.Checkout;
import dev.brummer.it.kit.EndToEnd;
import dev.brummer.it.kit.LiveProcess;
import dev.brummer.it.kit.Sandbox;
import dev.brummer.it.kit.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a fleet ends, nothing of it is left, and nobody else is touched. All kinds of process trees run as one fleet,
 * once for each kind of end. The leaves are a program of the test's own name, by which they are found even where they
 * have shed parent, session and environment.
 */
@EndToEnd
class FaultMatrixIT {
    private static final String TREES = """
            defaults: {stop_grace_period: 1s}
            services:
              plain: {command: "NAP & NAP & NAP & wait"}
              stubborn: {command: "trap '' TERM INT HUP; NAP & while :; do NAP; done"}
              session: {command: "setsid NAP & exec NAP"}
              daemon: {command: "(setsid sh -c 'NAP & exit' &); exec NAP"}
              bare: {command: "(env -i setsid /bin/sh -c 'NAP </dev/null >/dev/null 2>&1 & exit' &); exec NAP"}
              leaves: {command: "(trap '' TERM; exec NAP) & trap 'exit 0' TERM; NAP & wait"}
              breeds: {command: "trap 'setsid NAP & setsid NAP & exit' TERM; NAP & wait"}
              pipeline: {command: "NAP | NAP | cat"}
              closed: {command: "exec 0<&- 1>&- 2>&-; NAP & exec NAP"}
              SLOW
            """;
    private static final String WITH_SLOW = "slow: {command: 'exec NAP', readiness: {log: never said}}";
    private static final int LEAVES = 18;

    /** A fleet and the program that its leaves run. */
    private record Fleet(Sandbox sandbox, String nap) {
        static Fleet in(Sandbox sandbox, String slow) {
            Path nap = sandbox.project().resolve("nap");
            try {
                Files.createSymbolicLink(nap, Path.of("/bin/sleep"));
            } catch (IOException e) {
                throw new AssertionError("the program of the leaves cannot be made", e);
            }
            sandbox.yaml(TREES.replace("SLOW", slow).replace("NAP", nap + " 3333"));
            return new Fleet(sandbox, nap.toString());
        }

        List<LiveProcess> leaves() {
            return LiveProcess.withWord(nap);
        }

        BrumRun up() {
            BrumRun up = sandbox.up();
            return up.await("the whole fleet runs", () -> leaves().size() >= LEAVES);
        }

        void awaitNobody() {
            Await.until("nothing is left", () -> leaves().isEmpty() && sandbox.processes().isEmpty(), () -> leaves() + " and "
                    + sandbox.processes());
        }

        long guard() {
            Path script = sandbox.project().resolve(".brummer/guard.sh");
            return LiveProcess.withWord(script.toString()).getFirst().pid();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aGracefulEndLeavesNothing(String signal, Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = fleet.up();

        up.signal(signal).awaitEnd().hasExitCode(0);

        assertThat(fleet.leaves()).isEmpty();
        fleet.awaitNobody();
    }

    @Test
    void aSecondRequestLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "patient: {command: \"trap '' TERM; NAP & wait\", stop_grace_period: 1h}");
        BrumRun up = fleet.up();
        up.signal("INT").await("patient", "stopping");

        Await.until("the second request is heard", () -> {
            up.signal("INT");
            return !up.isAlive();
        }, up::stdout);

        up.awaitEnd().hasExitCode(130);
        assertThat(fleet.leaves()).isEmpty();
    }

    @Test
    void aTerminalThatIsClosedLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun terminal = sandbox.brum("up").onTerminal(100).start();
        terminal.await("the whole fleet runs", () -> fleet.leaves().size() >= LEAVES);

        terminal.signal("KILL");

        fleet.awaitNobody();
    }

    @Test
    void aKillWhileItSpawnsLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = sandbox.up();
        up.await("the first runs", () -> !fleet.leaves().isEmpty());

        up.signal("KILL").awaitEnd();

        fleet.awaitNobody();
    }

    @Test
    void aKillWhileItWaitsLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, WITH_SLOW);
        BrumRun up = fleet.up().await("slow", "starting");

        up.signal("KILL").awaitEnd();

        fleet.awaitNobody();
    }

    @Test
    void aKillWhenAllIsReadyLeavesNothingAndTouchesNobodyElse(Sandbox sandbox) throws IOException {
        Fleet fleet = Fleet.in(sandbox, "");
        Path bystanders = Files.createDirectories(sandbox.beside("bystander"));
        Path nap = Files.createSymbolicLink(bystanders.resolve("nap"), Path.of("/bin/sleep"));
        Process bystander = new ProcessBuilder(nap.toString(), "3333").start();
        try {
            fleet.up().signal("KILL").awaitEnd();

            fleet.awaitNobody();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aKillWhileItStopsLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = fleet.up();
        up.signal("INT").await("stubborn", "stopping");

        up.signal("KILL").awaitEnd();

        fleet.awaitNobody();
    }

    @Test
    void aKillOfTheWholeGroupLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = fleet.up();

        Signals.sendToGroup("KILL", up.pid());

        up.awaitEnd();
        fleet.awaitNobody();
    }

    @Test
    void aGuardThatIsKilledIsReplacedAndALaterKillLeavesNothing(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = fleet.up();
        long first = fleet.guard();
        Signals.send("KILL", first);
        up.await("there is another guard", () -> LiveProcess.withWord(
                        sandbox.project().resolve(".brummer/guard.sh").toString()).stream()
                .anyMatch(guard -> guard.pid() != first));

        up.signal("KILL").awaitEnd();

        fleet.awaitNobody();
    }

    @Test
    void aGuardThatIsKilledDoesNotHinderANormalStop(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = fleet.up();
        Signals.send("KILL", fleet.guard());

        up.interrupt().hasExitCode(0);

        assertThat(fleet.leaves()).isEmpty();
        fleet.awaitNobody();
    }

    @Test
    void whatEvenTheGuardMissedIsEndedByTheNextStart(Sandbox sandbox) {
        Fleet fleet = Fleet.in(sandbox, "");
        BrumRun up = fleet.up();
        // Stopped first, so that it cannot replace the guard.
        up.signal("STOP");
        Signals.send("KILL", fleet.guard());
        up.signal("KILL").awaitEnd();
        assertThat(fleet.leaves()).hasSizeGreaterThanOrEqualTo(LEAVES);
        sandbox.yaml("services: {once: {type: task, command: echo done}}");

        sandbox.up().awaitEnd().hasExitCode(0);

        assertThat(fleet.leaves()).isEmpty();
    }

    @Test
    void aRecycledPidIsNeverSignalled(Sandbox sandbox) throws IOException {
        Process stranger = new ProcessBuilder("sleep", "3333").start();
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            sandbox.write(".brummer/ledger", boot + "\nBRUM_RUN_0123456789abcdef_ 1125899906842624\n+ " + stranger.pid() + " 1\n");
            sandbox.yaml("services: {once: {type: task, command: echo done}}");

            sandbox.up().awaitEnd().hasExitCode(0);

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aBrummerInsideAnotherEndsWithItAndOneBesideItDoesNot(Sandbox sandbox) {
        String brum = Checkout.LAUNCHER.toString();
        sandbox.write("inner/brummer.yaml", "services: {deep: {command: exec sleep 4444}}");
        sandbox.write("beside/brummer.yaml", "services: {other: {command: exec sleep 5555}}");
        sandbox.yaml("services: {inner: {command: '" + brum + " -d inner up', readiness: {log: ready}}}");
        BrumRun beside = sandbox.brum("-d", "beside", "up", "--output", "json").start().await("other", "ready");
        BrumRun outer = sandbox.up().await("inner", "ready");

        outer.signal("KILL").awaitEnd();

        Await.until("the inner fleet is gone", () -> LiveProcess.withWord("4444").isEmpty(), () -> "sleep 4444 lives");
        assertThat(LiveProcess.withWord("5555")).isNotEmpty();
        assertThat(beside.isAlive()).isTrue();
        beside.interrupt().hasExitCode(0);
        Await.until("all is gone", () -> sandbox.processes().isEmpty(), () -> sandbox.processes().toString());
    }

    @Test
    void whatAMemberWritesAfterItsLeaderIsKept(Sandbox sandbox) {
        BrumRun up = sandbox.yaml("""
                services:
                  late: {command: "(trap '' TERM; for i in 1 2 3 4 5; do sleep 0.1; echo late $i; done) & exit 3"}
                """).up();

        up.awaitEnd().hasExitCode(1);

        assertThat(up.events().lines("late")).containsExactly("late 1", "late 2", "late 3", "late 4", "late 5");
    }
}
