package dev.brummer.runtime;

import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Decision;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.process.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that owns a fleet. Takes events as they come, decides, and hands out what is to be done. Nothing else
 * changes supervision state, so there is no lock in it.
 */
final class EventLoop {
    private static final Runnable END = () -> {};

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final DueQueue due = new DueQueue();
    private final Elapsed time;
    private final Duration begin;
    private final Listener listener;
    private volatile Fleet fleet;

    /** Carries out actions and watches the fleet. Called by the loop's thread; must not block. */
    interface Listener {
        void perform(Action action);

        /** After each decision, its actions having been handed out. */
        void decided(Fleet fleet, Duration now);
    }

    EventLoop(Fleet fleet, Elapsed time, Listener listener) {
        this.fleet = fleet;
        this.time = time;
        this.begin = time.elapsed();
        this.listener = listener;
    }

    void start() {
        DaemonThreads.start("supervision", this::run);
    }

    /** The fleet after the latest decision. May be called by any thread. */
    Fleet fleet() {
        return fleet;
    }

    /** Takes an event. May be called by any thread. */
    void post(Event event) {
        tasks.add(() -> decide(event));
    }

    /** Ends the loop after what has been posted before. */
    void end() {
        tasks.add(END);
    }

    /** Runs a task on this thread later. To be called by the loop's thread. */
    void later(Object key, Duration delay, Runnable task) {
        due.put(key, now().plus(delay), task);
    }

    /** Forgets what was to run later. To be called by the loop's thread. */
    void forget(Object key) {
        due.remove(key);
    }

    /** Runs a task on the loop's thread soon. May be called by any thread. */
    void soon(Runnable task) {
        tasks.add(task);
    }

    /** Time since the loop was made. */
    Duration now() {
        return time.elapsed().minus(begin);
    }

    private void run() {
        while (true) {
            Runnable task = next();
            if (task == END) {
                return;
            }
            task.run();
        }
    }

    private Runnable next() {
        try {
            while (true) {
                var ready = due.poll(now());
                if (ready.isPresent()) {
                    return ready.get();
                }
                var wait = due.untilNext(now());
                Runnable task = wait.isEmpty() ? tasks.take() : tasks.poll(wait.get().toNanos(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    return task;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the supervision thread", e);
        }
    }

    private void decide(Event event) {
        Duration now = now();
        Decision decision = Supervisor.decide(fleet, event, now);
        fleet = decision.fleet();
        decision.actions().forEach(listener::perform);
        listener.decided(fleet, now);
    }
}
