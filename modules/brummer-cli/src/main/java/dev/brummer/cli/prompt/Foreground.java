package dev.brummer.cli.prompt;

import dev.brummer.process.TerminalMode.Place;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits until the keyboard belongs to this process. Safe for use by several threads. */
final class Foreground {
    // A shell that brings a job to the foreground which was running already sends it no signal.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Keyboard keyboard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    Foreground(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    /** Returns once the process is in the foreground; false if there is no such place any more. */
    boolean await() {
        lock.lock();
        try {
            while (true) {
                Place place = keyboard.place();
                if (place != Place.BACKGROUND) {
                    return place == Place.FOREGROUND;
                }
                boolean ignored = changed.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Says that it may have changed. */
    void look() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
