package dev.brummer.process;

import static dev.brummer.process.TestProcess.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(20)
class GuardPostTest {
    private static final String DIES = "exit 3";

    @TempDir
    private Path folder;

    private final Object lock = new Object();
    private final Troubles troubles = new Troubles();
    private final List<Path> heard = new CopyOnWriteArrayList<>();
    // What becomes of the next starts: a message of failure, or a script; then guards that write down what they hear.
    private final Deque<String> fate = new ArrayDeque<>();
    private final BlockingQueue<Later> laters = new LinkedBlockingQueue<>();
    private GuardPost post;

    private record Later(Duration pause, Runnable task) {}

    private void begin() throws IOException {
        var pauses = (GuardPost.Pauses) (pause, task) -> laters.add(new Later(pause, task));
        post = new GuardPost(lock, this::start, () -> List.of("r 10", "+ 10 500"), troubles, pauses);
    }

    @AfterEach
    void end() {
        synchronized (lock) {
            post.end();
        }
    }

    private Guard start(Runnable died) throws IOException {
        Path file = folder.resolve("heard-" + heard.size());
        String next = fate.isEmpty() ? "exec sed -u '/^end$/q' >" + file : fate.poll();
        if (!next.startsWith("e")) {
            throw new IOException(next);
        }
        if (!next.equals(DIES)) {
            heard.add(file);
        }
        var machine = new ScriptedPlatform("/bin/sh", "-c", next);
        return Guard.start(machine, folder, FleetMarker.fresh(), Duration.ZERO, died);
    }

    private long pid() {
        synchronized (lock) {
            return post.pid().orElse(-1);
        }
    }

    private void kill() {
        new PosixCalls().kill(pid(), 9);
    }

    /** What is to happen next happens, after this pause. */
    private void elapse(Duration pause) throws InterruptedException {
        Later next = laters.poll(10, TimeUnit.SECONDS);
        assertThat(next.pause()).isEqualTo(pause);
        next.task().run();
    }

    @Test
    void aGuardThatIsKilledIsReplacedWithoutAWord() throws Exception {
        begin();
        long first = pid();
        kill();
        soon().until(() -> pid() > 0 && pid() != first);
        soon().untilAsserted(() -> assertThat(heard.get(1)).hasContent("r 10\n+ 10 500"));
        elapse(Duration.ofSeconds(2));
        assertThat(troubles.told).isEmpty();
        assertThat(laters).isEmpty();
    }

    @Test
    void oneThatCannotBeReplacedIsSaidOnceWithWhatItMeansAndTriedUntilItIsBack() throws Exception {
        begin();
        fate.addAll(List.of("no file handles", "no file handles", "no memory", "no memory", "no memory"));
        kill();
        elapse(Duration.ofMillis(100));
        assertThat(troubles.told).containsExactly("began: the guard has ended and no other could be started: no file"
                + " handles; if brum is killed now, services may outlive it. It is tried again and again");
        assertThat(pid()).isEqualTo(-1);
        elapse(Duration.ofSeconds(1));
        elapse(Duration.ofSeconds(5));
        elapse(Duration.ofSeconds(30));
        elapse(Duration.ofSeconds(30));
        soon().untilAsserted(() -> assertThat(heard.get(1)).hasContent("r 10\n+ 10 500"));
        assertThat(troubles.told).hasSize(1);
        elapse(Duration.ofSeconds(2));
        assertThat(troubles.told).last().isEqualTo("ended: there is a guard again: should brum be killed, it ends the services");
    }

    @Test
    void oneThatDiesAtOnceIsStartedAgainAfterGrowingPausesAlone() throws Exception {
        fate.addAll(List.of(DIES, DIES, DIES, DIES));
        begin();
        skipSteady();
        elapse(Duration.ofMillis(100));
        skipSteady();
        elapse(Duration.ofSeconds(1));
        assertThat(troubles.told).containsExactly("began: the guard ends as soon as it has been started (exit 3);"
                + " if brum is killed now, services may outlive it. It is tried again and again");
        skipSteady();
        elapse(Duration.ofSeconds(5));
        elapse(Duration.ofSeconds(2));
        assertThat(troubles.told).hasSize(2);
    }

    /** A look at a guard that is gone by then changes nothing. */
    private void skipSteady() throws InterruptedException {
        Later steady = laters.poll(10, TimeUnit.SECONDS);
        assertThat(steady.pause()).isEqualTo(Duration.ofSeconds(2));
        soon().until(() -> !laters.isEmpty());
        int before = troubles.told.size();
        steady.task().run();
        assertThat(troubles.told).hasSize(before);
    }

    @Test
    void afterTheEndNobodyIsStartedAnyMore() throws Exception {
        begin();
        fate.add("no file handles");
        kill();
        Later again = laters.poll(10, TimeUnit.SECONDS);
        synchronized (lock) {
            post.end();
        }
        again.task().run();
        assertThat(heard).hasSize(1);
        assertThat(pid()).isEqualTo(-1);
    }
}
