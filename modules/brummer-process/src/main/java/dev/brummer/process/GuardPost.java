package dev.brummer.process;

import dev.brummer.core.engine.EngineTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Sees to it that there is a guard. One that dies is replaced at once by another that learns all there is to know. Where
 * that fails, or the next one dies too, a person is told what it means, and it is tried again after growing pauses. To be
 * called with the lock held that was given to it.
 */
final class GuardPost {
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));
    // A script that cannot work ends within milliseconds.
    private static final Duration STEADY = Duration.ofSeconds(2);

    private final Object lock;
    private final Starter starter;
    private final Supplier<List<String>> everything;
    private final EngineTrouble trouble;
    private final Pauses pauses;
    private Optional<Guard> guard;
    private int failures;
    private boolean told;
    private boolean over;

    /** Starts a guard. */
    @FunctionalInterface
    interface Starter {
        /** @param died told by another thread when it has ended */
        Guard start(Runnable died) throws IOException;
    }

    /** Runs something after a pause, on some thread. */
    @FunctionalInterface
    interface Pauses {
        void after(Duration pause, Runnable task);
    }

    /**
     * Starts the first.
     *
     * @param everything what a guard that comes later has to know
     * @throws IOException if it cannot be started
     */
    GuardPost(Object lock, Starter starter, Supplier<List<String>> everything, EngineTrouble trouble, Pauses pauses)
            throws IOException {
        this.lock = lock;
        this.starter = starter;
        this.everything = everything;
        this.trouble = trouble;
        this.pauses = pauses;
        // One that dies at once is told by another thread, which has to wait until it is known here.
        synchronized (lock) {
            this.guard = Optional.of(starter.start(this::died));
        }
    }

    /** Empty while there is none. */
    OptionalLong pid() {
        return guard.stream().mapToLong(Guard::pid).findFirst();
    }

    void tell(List<String> lines) {
        guard.ifPresent(there -> there.tell(lines));
    }

    private void died() {
        synchronized (lock) {
            if (over) {
                return;
            }
            String how = guard.map(dead -> "exit " + dead.exitCode()).orElse("");
            guard = Optional.empty();
            failures++;
            if (failures == 1) {
                replace();
            } else {
                missing("the guard ends as soon as it has been started (" + how + ")");
            }
        }
    }

    private void again() {
        synchronized (lock) {
            if (!over) {
                replace();
            }
        }
    }

    private void replace() {
        try {
            Guard next = starter.start(this::died);
            guard = Optional.of(next);
            next.tell(everything.get());
            pauses.after(STEADY, () -> steady(next));
        } catch (IOException e) {
            failures++;
            missing("the guard has ended and no other could be started: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            trouble.broke("starting another guard", e);
            failures++;
            missing("the guard has ended and no other could be started: " + e);
        }
    }

    private void missing(String what) {
        if (!told) {
            told = true;
            trouble.began(what + "; if brum is killed now, services may outlive it. It is tried again and again");
        }
        pauses.after(PAUSES.get(Math.min(failures, PAUSES.size()) - 1), this::again);
    }

    private void steady(Guard there) {
        synchronized (lock) {
            if (guard.filter(now -> now == there).isEmpty()) {
                return;
            }
            failures = 0;
            if (told) {
                told = false;
                trouble.ended("there is a guard again: should brum be killed, it ends the services");
            }
        }
    }

    /** After a normal stop; waits until it has gone. */
    void end() {
        over = true;
        guard.ifPresent(Guard::end);
        guard = Optional.empty();
    }

    /** Lets it end the fleet, and waits until it has. */
    void abandon() {
        over = true;
        guard.ifPresent(Guard::abandon);
        guard = Optional.empty();
    }
}
