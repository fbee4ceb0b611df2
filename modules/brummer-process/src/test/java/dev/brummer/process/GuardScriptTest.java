package dev.brummer.process;

import static dev.brummer.process.TestProcess.awaitGone;
import static dev.brummer.process.TestProcess.lives;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, with real processes; closing its standard input is Brummer's death. */
@EnabledOnOs(OS.LINUX)
@Timeout(20)
class GuardScriptTest {
    private final FleetMarker marker = FleetMarker.fresh();

    @TempDir
    private Path folder;

    private Process guard;

    @BeforeEach
    void start() throws IOException {
        Path script = folder.resolve("guard.sh");
        try (InputStream text = Guard.class.getResourceAsStream("guard.sh")) {
            Files.copy(text, script);
        }
        List<String> words = new ArrayList<>(List.of("setsid", "/bin/sh", script.toString(), marker.prefix(), "1"));
        words.addAll(List.of(marker.bounds().split(" ")));
        guard = new ProcessBuilder(words).start();
    }

    @AfterEach
    void end() {
        guard.destroyForcibly().onExit().join();
    }

    private void tell(String... lines) throws IOException {
        guard.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
        guard.getOutputStream().flush();
    }

    /** Brummer dies; the guard ends the fleet and goes. */
    private void die() throws Exception {
        guard.getOutputStream().close();
        assertThat(guard.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(guard.getErrorStream().readAllBytes()).asString().isEmpty();
        assertThat(guard.exitValue()).isZero();
    }

    @Test
    void aMemberIsEndedAndAStrangerWithTheSameCommandLineLives() throws Exception {
        try (var member = TestProcess.sleeping();
                var stranger = TestProcess.sleeping()) {
            tell("r " + member.pid(), "+ " + member.identity());
            die();
            awaitGone(member.pid());
            assertThat(lives(stranger.pid())).isTrue();
        }
    }

    @Test
    void aMemberThatWasToldToBeGoneIsLeftAlone() throws Exception {
        try (var first = TestProcess.sleeping();
                var second = TestProcess.sleeping();
                var third = TestProcess.sleeping()) {
            tell("+ " + first.identity(), "+ " + second.identity(), "+ " + third.identity());
            tell("- " + second.identity());
            die();
            awaitGone(first.pid(), third.pid());
            assertThat(lives(second.pid())).isTrue();
        }
    }

    @Test
    void aPidThatCameAgainWithOtherTicksIsAStranger() throws Exception {
        try (var recycled = TestProcess.start("setsid", "sleep", "60")) {
            tell("r " + recycled.pid(), "+ " + recycled.pid() + " 1");
            die();
            assertThat(lives(recycled.pid())).isTrue();
        }
    }

    @Test
    void whoeverCarriesTheMarkerIsFoundWithoutBeingTold() throws Exception {
        try (var marked = TestProcess.start(Map.of(marker.variable("web", 1), "1"), "setsid", "sleep", "60");
                var foreign = TestProcess.start(
                        Map.of(FleetMarker.fresh().variable("web", 1), "1"), "setsid", "sleep", "60")) {
            die();
            awaitGone(marked.pid());
            assertThat(lives(foreign.pid())).isTrue();
        }
    }

    @Test
    void whoShedItsEnvironmentIsFoundByItsLimit() throws Exception {
        String limited = "ulimit -Sm " + marker.limit(3) + "; exec env -i sleep 60";
        try (var marked = TestProcess.start("setsid", "sh", "-c", limited);
                var foreign = TestProcess.start("setsid", "sh", "-c", "ulimit -Sm 1234567; exec env -i sleep 60")) {
            TestProcess.soon().until(() -> TestProcess.LINUX.residentLimit(marked.pid()).isPresent());
            TestProcess.soon().until(() -> TestProcess.LINUX.residentLimit(foreign.pid()).isPresent());
            die();
            awaitGone(marked.pid());
            assertThat(lives(foreign.pid())).isTrue();
        }
    }

    @Test
    void theSessionOfAMemberWithoutMarkerAndParentIsFound() throws Exception {
        try (var leader = TestProcess.start("setsid", "sh", "-c", "(sleep 60 & echo $!); exec sleep 60")) {
            long inSession = leader.nextNumber();
            tell("r " + leader.pid(), "+ " + leader.identity());
            die();
            awaitGone(leader.pid(), inSession);
        }
    }

    @Test
    void childrenInSessionsOfTheirOwnAreFound() throws Exception {
        try (var leader = TestProcess.start("sh", "-c", "setsid sh -c 'echo $$; exec sleep 60' & wait")) {
            long child = leader.nextNumber();
            tell("+ " + leader.identity());
            die();
            awaitGone(leader.pid(), child);
        }
    }

    @Test
    void aMemberThatIgnoresSigtermIsKilledAfterTheGracePeriod() throws Exception {
        try (var stubborn = TestProcess.start("sh", "-c", "trap '' TERM; echo $$; while :; do sleep 0.05; done")) {
            long pid = stubborn.nextNumber();
            tell("+ " + stubborn.identity());
            die();
            awaitGone(pid);
        }
    }

    @Test
    void aMemberGetsTheGracePeriodToEndItself() throws Exception {
        String tidying = "sleep 0.2; touch " + folder + "/tidy; exit";
        String script = "trap '" + tidying + "' TERM; echo $$; while :; do sleep 0.02; done";
        try (var tidy = TestProcess.start("sh", "-c", script)) {
            tidy.nextNumber();
            tell("+ " + tidy.identity());
            die();
            assertThat(folder.resolve("tidy")).exists();
        }
    }

    @Test
    void theGracePeriodIsTheOneThatWasToldLast() throws Exception {
        String tidying = "sleep 2; touch " + folder + "/tidy; exit";
        String script = "trap '" + tidying + "' TERM; echo $$; while :; do sleep 0.02; done";
        try (var tidy = TestProcess.start("sh", "-c", script)) {
            tidy.nextNumber();
            tell("+ " + tidy.identity(), "g 10");
            die();
            assertThat(folder.resolve("tidy")).exists();
        }
    }

    @Test
    void aCommandNameOfSeveralLinesHidesNobody() throws Exception {
        Path program = folder.resolve("two) Z\nlines) S");
        Files.copy(Path.of("/bin/sleep").toRealPath(), program);
        try (var member = TestProcess.start(program.toString(), "60")) {
            tell("+ " + member.identity());
            die();
            awaitGone(member.pid());
        }
    }

    @Test
    void afterANormalStopItEndsAtOnceAndTouchesNobody() throws Exception {
        try (var member = TestProcess.start(Map.of(marker.variable("web", 1), "1"), "sleep", "60")) {
            tell("+ " + member.identity(), "end");
            assertThat(guard.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(lives(member.pid())).isTrue();
        }
    }

    @Test
    void theSignalsOfATerminalDoNotReachIt() throws Exception {
        TestProcess.soon().until(() -> (ignoredSignals() & 0x4007) == 0x4007);
        for (int signal : new int[] {1, 2, 3, 15}) {
            new PosixCalls().kill(guard.pid(), signal);
        }
        try (var member = TestProcess.sleeping()) {
            tell("+ " + member.identity());
            die();
            awaitGone(member.pid());
        }
    }

    private long ignoredSignals() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + guard.pid() + "/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElseThrow();
    }
}
