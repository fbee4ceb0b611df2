package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.process.ProcessorTime.Process;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private final ProcessorTime time = new ProcessorTime();
    private final Map<Process, Platform.Spent> living = new HashMap<>();

    private ProcessorTimeTest uses(long pid, int own, int children) {
        living.put(new Process(pid, 1), new Platform.Spent(Duration.ofSeconds(own), Duration.ofSeconds(children), 0));
        return this;
    }

    private ProcessorTimeTest ends(long pid) {
        living.remove(new Process(pid, 1));
        return this;
    }

    private long look() {
        return time.after(living).toSeconds();
    }

    @Test
    void itIsTheTimeOfAllThatLiveAndOfTheChildrenTheyWaitedFor() {
        assertThat(uses(1, 2, 10).uses(2, 3, 0).look()).isEqualTo(15);
        assertThat(uses(1, 4, 10).uses(3, 1, 0).look()).isEqualTo(18);
    }

    @Test
    void theTimeOfOneThatWasWaitedForCountsOnce() {
        uses(1, 1, 0).uses(2, 5, 0).look();
        assertThat(ends(2).uses(1, 1, 6).look()).isEqualTo(7);
        assertThat(look()).isEqualTo(7);
    }

    @Test
    void theTimeOfOneThatNobodyWaitedForIsKeptAndWhatOthersUseIsAddedToIt() {
        uses(1, 1, 0).uses(2, 5, 0).look();
        assertThat(ends(2).look()).isEqualTo(6);
        assertThat(uses(3, 4, 0).look()).isEqualTo(10);
        assertThat(ends(3).uses(1, 2, 0).look()).isEqualTo(11);
        assertThat(ends(1).look()).isEqualTo(11);
        assertThat(look()).isEqualTo(11);
    }

    @Test
    void aParentThatWasReadBeforeItsChildWasGoneHasItsTimeAtTheNextLook() {
        uses(1, 1, 0).uses(2, 5, 0).look();
        assertThat(ends(2).look()).isEqualTo(6);
        assertThat(uses(1, 1, 5).look()).isEqualTo(6);
        assertThat(uses(1, 2, 5).look()).isEqualTo(7);
    }

    @Test
    void aPidThatComesAgainIsAnotherProcess() {
        uses(1, 1, 0).uses(2, 5, 0).look();
        ends(2);
        living.put(new Process(2, 9), new Platform.Spent(Duration.ofSeconds(1), Duration.ZERO, 0));
        assertThat(look()).isEqualTo(7);
    }

    @Test
    void childrenThatCameAndWentBetweenTwoLooksCountThroughTheirParent() {
        uses(1, 1, 0).look();
        assertThat(uses(1, 1, 8).look()).isEqualTo(9);
    }
}
