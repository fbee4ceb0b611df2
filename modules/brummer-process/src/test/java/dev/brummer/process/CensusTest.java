package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CensusTest {
    private final long self = ProcessHandle.current().pid();
    private final ScriptedPlatform machine = new ScriptedPlatform();
    private final FleetMarker marker = FleetMarker.fresh();
    private final Census census = new Census(machine, marker);
    private final List<Run> runs = new ArrayList<>();
    private final Run orphans = Run.ofOrphans();
    private final Set<Long> ours = new HashSet<>();

    /** A run whose leader is a child of this process, as the engine starts it. */
    private Run run(long leader, ChildPipe... pipes) {
        String variable = marker.variable("web", leader);
        var run = new Run(
                leader, "web", variable, marker.limit(leader), new Recorded(), List.of(pipes), new RunReaders());
        machine.process(leader, self, leader);
        run.members().put(leader, leader * 10);
        runs.add(run);
        ours.add(leader);
        return run;
    }

    private void look() {
        try {
            census.take(runs, orphans, ours);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatHasShedEnvironmentSessionAndParentIsKnownByItsLimit() {
        Run run = run(100);
        Run other = run(200);
        machine.process(101, 1, 101).process(102, 1, 102);
        machine.limits.put(101L, marker.limit(200) * 1024);
        machine.limits.put(102L, FleetMarker.fresh().limit(200) * 1024);

        look();

        assertThat(other.members()).containsOnlyKeys(200L, 101L);
        assertThat(run.members()).containsOnlyKeys(100L);
        assertThat(orphans.members()).isEmpty();
    }

    @Test
    void aMemberOfTheLeadersSessionBelongsToTheRunWhoeverItsParentIs() {
        Run run = run(100);
        machine.process(101, 1, 100).process(102, 1, 102);
        look();
        assertThat(run.members()).containsOnlyKeys(100L, 101L);
    }

    @Test
    void aMemberOfTheLeadersGroupBelongsToTheRun() {
        Run run = run(100);
        machine.table.put(101L, new ProcessEntry(101, 1, 100, 555, 1010, false));
        look();
        assertThat(run.members()).containsOnlyKeys(100L, 101L);
    }

    @Test
    void descendantsBelongToTheRunInWhateverSession() {
        Run run = run(100);
        machine.process(101, 100, 101).process(102, 101, 102);
        look();
        assertThat(run.members()).containsOnlyKeys(100L, 101L, 102L);
    }

    @Test
    void aMemberStaysOneWhenItsParentIsGone() {
        Run run = run(100);
        machine.process(101, 100, 101);
        look();
        machine.gone(100);
        machine.process(101, 1, 101);
        look();
        assertThat(run.members()).containsOnlyKeys(101L);
    }

    @Test
    void aPidThatComesAgainWithOtherTicksIsNoMember() {
        Run run = run(100);
        machine.process(101, 100, 101);
        look();
        machine.process(101, 1, 101, 9_999);
        look();
        assertThat(run.members()).containsOnlyKeys(100L);
    }

    @Test
    void aProcessWithTheRunsMarkerBelongsToItAndAnotherRunsToTheOther() {
        Run first = run(100);
        Run second = run(200);
        machine.process(301, 1, 301).process(302, 1, 302).process(303, 1, 303);
        machine.markers.put(301L, first.marker());
        machine.markers.put(302L, second.marker());
        machine.markers.put(303L, FleetMarker.fresh().variable("web", 100));
        look();
        assertThat(first.members()).containsOnlyKeys(100L, 301L);
        assertThat(second.members()).containsOnlyKeys(200L, 302L);
    }

    @Test
    void aProcessWithTheMarkerOfARunThatIsOverIsAnOrphan() {
        machine.process(301, 1, 301).process(302, 301, 302);
        machine.markers.put(301L, marker.variable("web", 9));
        look();
        assertThat(orphans.members()).containsOnlyKeys(301L, 302L);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anAdoptedProcessBelongsToTheRunWhosePipeItHolds() throws Exception {
        try (ChildPipe pipe = TestProcess.LINUX.pipe()) {
            Run run = run(100, pipe);
            machine.process(101, self, 101).process(102, 101, 102).pipes.put(101L, Set.of(pipe.inode()));
            look();
            look();
            assertThat(run.members()).containsOnlyKeys(100L, 101L, 102L);
            assertThat(orphans.members()).isEmpty();
        }
    }

    @Test
    void anAdoptedProcessWithoutAnySignIsAnOrphanAndSoAreItsChildren() {
        Run run = run(100);
        machine.process(101, self, 101).process(102, 101, 102);
        look();
        assertThat(run.members()).containsOnlyKeys(100L);
        assertThat(orphans.members()).containsOnlyKeys(101L, 102L);
    }

    @Test
    void aProcessThatBrummerStartedAndWaitsForIsNoOrphan() {
        ours.add(400L);
        machine.process(400, self, 400);
        look();
        assertThat(orphans.members()).isEmpty();
    }

    @Test
    void onlyAdoptedZombiesAreReapedForTheOthersHaveSomebodyWhoWaits() {
        run(100);
        machine.zombie(100, self).zombie(101, self).zombie(102, 1);
        look();
        assertThat(machine.reaped).containsExactly(101L);
    }

    @Test
    void aZombieIsNoMember() {
        Run run = run(100);
        machine.zombie(101, 100).zombie(100, self);
        look();
        assertThat(run.members()).isEmpty();
    }

    @Test
    void aSessionWithoutLivingMembersMayBeSomebodyElses() {
        Run run = run(100);
        machine.gone(100);
        look();
        machine.process(100, 1, 100, 9_999).process(555, 100, 100);
        look();
        assertThat(run.members()).isEmpty();
        assertThat(orphans.members()).isEmpty();
    }

    @Test
    void whoCarriesNoMarkerIsAskedOnce() {
        machine.process(300, 1, 300);
        look();
        look();
        assertThat(machine.markerReads).containsExactly(300L);
    }

    @Test
    void aRecycledPidIsAskedForItsMarkerAgain() {
        Run run = run(100);
        machine.process(300, 1, 300);
        look();
        machine.process(300, 1, 300, 9_999).markers.put(300L, run.marker());
        look();
        assertThat(run.members()).containsOnlyKeys(100L, 300L);
    }

    @Test
    void whoseMarkCouldNotBeReadIsAskedAgain() {
        Run run = run(100);
        machine.process(300, 1, 300).markers.put(300L, run.marker());
        machine.unreadable.add(300L);
        look();
        assertThat(run.members()).containsOnlyKeys(100L);
        machine.unreadable.clear();
        look();
        assertThat(run.members()).containsOnlyKeys(100L, 300L);
    }
}
