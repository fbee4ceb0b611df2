package dev.brummer.runtime.watch;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.runtime.watch.WatchPace.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchPaceTest {
    private final WatchPace pace = new WatchPace(ofMillis(300));
    private Duration now = ofSeconds(5);

    @Test
    void aStormIsOneReactionOnceItHasComeToRest() {
        for (int i = 0; i < 5; i++) {
            pace.changed("file" + i, now);
            assertThat(elapse(ofMillis(100))).isEqualTo(new Verdict.Wait());
        }
        assertThat(elapse(ofMillis(200))).isEqualTo(new Verdict.Act("file0 and 4 others"));
        assertThat(pace.next()).isEmpty();
    }

    @Test
    void aFileThatChangesTwiceIsNamedOnce() {
        pace.changed("a", now);
        pace.changed("a", now);
        assertThat(elapse(ofMillis(300))).isEqualTo(new Verdict.Act("a"));
    }

    @Test
    void aStormThatNeverRestsIsNotWaitedForForEver() {
        for (int i = 0; i < 30; i++) {
            pace.changed("log", now);
            Verdict verdict = elapse(ofMillis(100));
            assertThat(verdict).isEqualTo(i < 29 ? new Verdict.Wait() : new Verdict.Act("log"));
        }
    }

    @Test
    void flappingPausesUntilNothingHasChangedForAMinute() {
        for (int i = 0; i < WatchPace.MOST; i++) {
            assertThat(changeAndRest()).isEqualTo(new Verdict.Act("a"));
        }
        assertThat(changeAndRest()).isEqualTo(new Verdict.Pause());
        pace.changed("a", now);
        assertThat(elapse(ofSeconds(40))).isEqualTo(new Verdict.Wait());
        pace.changed("a", now);
        assertThat(elapse(ofSeconds(59))).isEqualTo(new Verdict.Wait());
        assertThat(elapse(ofSeconds(1))).isEqualTo(new Verdict.Resume());
        assertThat(changeAndRest()).isEqualTo(new Verdict.Act("a"));
    }

    @Test
    void asOftenAsThatButSlowlyIsNoFlapping() {
        for (int i = 0; i < 3 * WatchPace.MOST; i++) {
            assertThat(changeAndRest()).isEqualTo(new Verdict.Act("a"));
            assertThat(elapse(ofSeconds(6))).isEqualTo(new Verdict.Wait());
        }
    }

    @Test
    void changesWaitWhileACommandRuns() {
        pace.busy(true);
        pace.changed("a", now);
        assertThat(elapse(ofSeconds(10))).isEqualTo(new Verdict.Wait());
        assertThat(pace.next()).isEmpty();
        pace.busy(false);
        assertThat(elapse(Duration.ZERO)).isEqualTo(new Verdict.Act("a"));
    }

    private Verdict changeAndRest() {
        pace.changed("a", now);
        return elapse(ofMillis(300));
    }

    private Verdict elapse(Duration time) {
        now = now.plus(time);
        return pace.due(now);
    }
}
