package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Words;
import dev.brummer.runtime.plugins.Contribution;
import dev.brummer.runtime.plugins.PluginBrokeException;
import dev.brummer.runtime.plugins.PluginGuard;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes checks, each question on a thread of its own and bounded in time, and posts the answers. */
final class CheckRunner {
    // How long a check may take to notice that its time is up.
    private static final Duration TO_END = Duration.ofMillis(500);

    private final FleetEffects runs;
    private final Engine engine;
    private final CheckMaker maker;
    private final PluginGuard guard;
    private final BugReports bugs;
    private final Discretion discretion;
    private final EventLoop loop;
    private final Consumer<Event.Answered> heard;
    private final CheckThreads threads = new CheckThreads();
    private final Map<Asked, Asking> asking = new ConcurrentHashMap<>();
    // What is to be asked later. For the loop's thread.
    private final Set<Asked> due = new HashSet<>();
    // The latest question to a check of a plugin that was dropped in. For the loop's thread.
    private final Map<Asked, Question> strange = new HashMap<>();

    private record Asked(InstanceId instance, int run, CheckRef check) {
        static Asked of(Action.Ask ask) {
            return new Asked(ask.instance(), ask.run(), ask.check());
        }

        boolean isOf(InstanceId of, int upTo) {
            return instance.equals(of) && run <= upTo;
        }
    }

    /** A check and what it is asked with; one for each check of a run. */
    private record Asking(HealthCheck check, CheckContext context) {}

    /** @param heard told of each answer before the loop is, by any thread */
    CheckRunner(
            FleetEffects runs,
            Engine engine,
            CheckMaker maker,
            PluginGuard guard,
            BugReports bugs,
            Discretion discretion,
            EventLoop loop,
            Consumer<Event.Answered> heard) {
        this.runs = runs;
        this.engine = engine;
        this.maker = maker;
        this.guard = guard;
        this.bugs = bugs;
        this.discretion = discretion;
        this.loop = loop;
        this.heard = heard;
    }

    /** Asks once its time has come. To be called by the loop's thread. */
    void ask(Action.Ask ask) {
        if (ask.delay().isZero()) {
            askNow(ask);
            return;
        }
        Asked asked = Asked.of(ask);
        due.add(asked);
        loop.later(asked, ask.delay(), () -> {
            due.remove(asked);
            askNow(ask);
        });
    }

    private void askNow(Action.Ask ask) {
        if (ask.check() instanceof CheckRef.Listening) {
            ask(new Question(ask), threads);
            return;
        }
        Contribution<?> plugin = maker.plugin(ask.instance(), ask.check());
        if (plugin.plugin().isDroppedIn()) {
            askStrange(new Question(ask), plugin);
        } else {
            ask(new Question(ask), threads);
        }
    }

    private void ask(Question question, Executor where) {
        FutureTask<?> asking = new FutureTask<>(question, null);
        where.execute(asking);
        loop.later(question, question.ask.timeout(), () -> {
            question.expire();
            asking.cancel(true);
        });
    }

    /** Asks a check that may never end: while it has not, it is not called again, and there is no answer. */
    private void askStrange(Question question, Contribution<?> plugin) {
        if (guard.isOff(plugin)) {
            question.answer(Answer.unknown(plugin.words() + " is not called any more: it does not end"));
            return;
        }
        Asked asked = Asked.of(question.ask);
        Question before = strange.get(asked);
        Question running = before != null && before.isRunning() ? before : question;
        if (running == question) {
            strange.put(asked, question);
            ask(question, threads::executeStrange);
        } else {
            loop.later(question, question.ask.timeout(), question::expire);
        }
        loop.later(new Object(), question.ask.timeout().plus(TO_END), () -> {
            if (running.isRunning()) {
                guard.leave(plugin, running::isRunning);
            }
        });
    }

    /**
     * Forgets the checks of a run that stops or is over, and asks nothing more of it: a connection that is open when a
     * server dies makes its port unusable for the next one. An answer still under way is ignored by its run's number.
     */
    void forget(InstanceId instance, int run) {
        due.removeIf(asked -> {
            boolean over = asked.isOf(instance, run);
            if (over) {
                loop.forget(asked);
            }
            return over;
        });
        asking.keySet().removeIf(asked -> asked.isOf(instance, run));
        strange.keySet().removeIf(asked -> asked.isOf(instance, run));
    }

    /** An answer in any case: a service whose check never answers would be starting for ever. */
    private Answer surely(Action.Ask ask, CheckMaker by) {
        try {
            return ask.check() instanceof CheckRef.Listening
                    ? listening(ask.instance(), by)
                    : discretion.answer(plugin(ask, by));
        } catch (RuntimeException | Error e) {
            bugs.broke(Doing.of(ask), e);
            return Answer.failing(discretion.apply(Undone.reason(e)));
        }
    }

    private Answer listening(InstanceId instance, CheckMaker by) {
        List<Integer> ports = by.ports(instance);
        Optional<Engine.RunHandle> run = runs.handle(instance);
        try {
            // What somebody else runs has no run here: anybody may listen there.
            return run.isPresent() ? engine.listening(run.get(), ports) : engine.listening(ports);
        } catch (IOException e) {
            return Answer.failing("who listens cannot be found out: " + e.getMessage());
        }
    }

    private Answer plugin(Action.Ask ask, CheckMaker by) {
        try {
            Asking known = asking.get(Asked.of(ask));
            Asking use = known != null ? known : made(ask, by);
            Answer answer = guard.call(
                    by.plugin(ask.instance(), ask.check()), () -> use.check().check(use.context()));
            return isWhole(answer) ? answer : Answer.failing("the check gave no answer");
        } catch (IOException e) {
            return Answer.failing(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (CheckFaultException | PluginBrokeException e) {
            return Answer.failing(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            // Its time is up, and that is the answer.
            return Answer.failing("interrupted");
        }
    }

    // A plugin is compiled without our checks, and what is null would break the supervision and not the plugin.
    private static boolean isWhole(@Nullable Answer answer) {
        return answer != null
                && answer.reason() != null
                && answer.components() != null
                && answer.components().stream().allMatch(CheckRunner::isWhole);
    }

    private static boolean isWhole(Answer.@Nullable Component part) {
        return part != null && part.name() != null && part.detail() != null;
    }

    private Asking made(Action.Ask ask, CheckMaker by)
            throws CheckFaultException, IOException, InterruptedException, PluginBrokeException {
        HealthCheck check = by.make(ask.instance(), ask.check());
        Asking asking = new Asking(check, by.context(ask, runs.orderOf(ask.instance(), ask.run())));
        this.asking.put(Asked.of(ask), asking);
        return asking;
    }

    /** What is asked once. Whoever is first answers it: the check, or the time that is up. */
    private final class Question implements Runnable {
        private final Action.Ask ask;
        private final CheckMaker maker = CheckRunner.this.maker.atThisMoment();
        private final long begin = System.nanoTime();
        private final AtomicBoolean answered = new AtomicBoolean();
        private volatile boolean running;

        Question(Action.Ask ask) {
            this.ask = ask;
        }

        @Override
        public void run() {
            running = true;
            Answer answer = surely(ask, maker);
            // Before the answer, for after it the next question may come at any moment.
            running = false;
            answer(answer);
        }

        /** Whether the check is at it, also when its time is up. */
        boolean isRunning() {
            return running;
        }

        void expire() {
            answer(Answer.failing("no answer within " + Words.duration(ask.timeout())));
        }

        private void answer(Answer answer) {
            if (answered.compareAndSet(false, true)) {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                var answered = new Event.Answered(ask.instance(), ask.run(), ask.check(), answer, took);
                heard.accept(answered);
                loop.postInstead(this, answered);
            }
        }
    }
}
