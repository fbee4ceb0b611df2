package dev.brummer.runtime;

import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Decision;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that owns a fleet. Takes events as they come, decides, and hands out what is to be done. Nothing else
 * changes supervision state, so there is no lock in it. A fault of Brummer's own in one turn ends neither the thread nor
 * the fleet: it is told, what could not be decided is tried again, and only when that is in vain does the loop give up.
 */
final class EventLoop {
    private static final Runnable END = () -> {};
    private static final Object LOOK = "look";
    // Long enough that a fault which repeats itself does not keep a core busy.
    private static final Duration BREATH = Duration.ofMillis(100);

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final DueQueue due = new DueQueue();
    private final Undecided undecided = new Undecided();
    private final Elapsed time;
    private final Duration begin;
    private final Rule rule;
    private final Listener listener;
    private volatile Fleet fleet;
    private int looksBroken;
    private boolean hopeless;

    /** Decides; a pure function. */
    @FunctionalInterface
    interface Rule {
        Decision decide(Fleet fleet, Event event, Duration now);
    }

    /** Carries out actions and watches the fleet. Called by the loop's thread; must not block. */
    interface Listener {
        void perform(Action action);

        /** After each decision that changed the fleet, its actions handed out. Called again later if it breaks. */
        void decided(Fleet fleet, Duration now);

        /** A fault of Brummer's own; the loop goes on. Must not throw anything. */
        void broke(String doing, Throwable fault);

        /** The fleet cannot be supervised any more; nothing is decided from here on. */
        void hopeless(String why);
    }

    EventLoop(Fleet fleet, Elapsed time, Rule rule, Listener listener) {
        this.fleet = fleet;
        this.time = time;
        this.begin = time.elapsed();
        this.rule = rule;
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
        tasks.add(() -> take(event));
    }

    /** Takes an event that makes needless what was to run later under a key. May be called by any thread. */
    void postInstead(Object key, Event event) {
        tasks.add(() -> {
            forget(key);
            take(event);
        });
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
        try {
            for (Runnable task = next(); task != END; task = next()) {
                turn(task);
            }
        } catch (RuntimeException | Error e) {
            listener.broke("waiting for what comes next", e);
            giveUp("its supervision has ended");
        }
    }

    private void turn(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            listener.broke("a task of the supervision", e);
        }
    }

    private Runnable next() {
        try {
            while (true) {
                Duration now = now();
                var ready = due.poll(now);
                if (ready.isPresent()) {
                    return ready.get();
                }
                var wait = due.untilNext(now);
                Runnable task = wait.isEmpty() ? tasks.take() : tasks.poll(wait.get().toNanos(), TimeUnit.NANOSECONDS);
                if (task != null) {
                    return task;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the supervision thread", e);
        }
    }

    /** Decides on an event now. To be called by the loop's thread. */
    void take(Event event) {
        if (!hopeless && !undecided.holdsBack(event)) {
            Duration now = now();
            decision(event, now).ifPresent(decision -> {
                boolean changed = decision.fleet() != fleet;
                fleet = decision.fleet();
                decision.actions().forEach(this::perform);
                if (changed) {
                    look(now);
                }
            });
        }
    }

    private Optional<Decision> decision(Event event, Duration now) {
        try {
            Decision decision = rule.decide(fleet, event, now);
            undecided.decided(event);
            return Optional.of(decision);
        } catch (RuntimeException | Error e) {
            listener.broke("deciding on " + Doing.of(event), e);
            undecided(event);
            return Optional.empty();
        }
    }

    private void undecided(Event event) {
        Optional<InstanceId> whose = Undecided.whose(event);
        Optional<Duration> pause = whose.flatMap(instance -> undecided.failed(instance, event));
        if (pause.isPresent()) {
            InstanceId instance = whose.orElseThrow();
            later(instance, pause.get(), () -> undecided.release(instance).forEach(this::take));
        } else {
            giveUp("it cannot decide on " + Doing.of(event));
        }
    }

    private void perform(Action action) {
        try {
            listener.perform(action);
        } catch (RuntimeException | Error e) {
            listener.broke(Doing.of(action), e);
            if (action instanceof Action.Kill(var instance, _, _)) {
                giveUp(instance.label() + " cannot be killed");
            }
            Undone.of(action, e).ifPresent(event -> later(action, BREATH, () -> take(event)));
        }
    }

    private void look(Duration now) {
        try {
            listener.decided(fleet, now);
            looksBroken = 0;
            forget(LOOK);
        } catch (RuntimeException | Error e) {
            listener.broke("looking at the fleet after a decision", e);
            if (looksBroken == 0) {
                lookAgain();
            }
        }
    }

    /** Looks once more when its time has come, whatever other looks come to meanwhile. */
    private void lookAgain() {
        looksBroken++;
        Optional<Duration> pause = Patience.after(looksBroken);
        if (pause.isPresent()) {
            later(LOOK, pause.get(), this::secondLook);
        } else {
            giveUp("it cannot look at the fleet");
        }
    }

    private void secondLook() {
        look(now());
        if (looksBroken > 0) {
            lookAgain();
        }
    }

    private void giveUp(String why) {
        if (!hopeless) {
            hopeless = true;
            listener.hopeless(why);
        }
    }
}
