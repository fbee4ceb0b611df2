package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Words;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CheckContext;
import dev.brummer.spi.HealthCheck;
import dev.brummer.spi.InstanceId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes checks, each question on a thread of its own and bounded in time, and posts the answers. */
final class CheckRunner {
    private final FleetEffects runs;
    private final Engine engine;
    private final CheckMaker maker;
    private final BugReports bugs;
    private final EventLoop loop;
    private final CheckThreads threads = new CheckThreads();
    private final Map<Asked, Asking> asking = new ConcurrentHashMap<>();

    private record Asked(InstanceId instance, int run, CheckRef check) {}

    /** A check and what it is asked with; one for each check of a run. */
    private record Asking(HealthCheck check, CheckContext context) {}

    CheckRunner(FleetEffects runs, Engine engine, CheckMaker maker, BugReports bugs, EventLoop loop) {
        this.runs = runs;
        this.engine = engine;
        this.maker = maker;
        this.bugs = bugs;
        this.loop = loop;
    }

    /** To be called by the loop's thread. */
    void ask(Action.Ask ask) {
        Question question = new Question(ask);
        FutureTask<?> asking = new FutureTask<>(question, null);
        threads.execute(asking);
        loop.later(question, ask.timeout(), () -> {
            question.expire();
            asking.cancel(true);
        });
    }

    /** Forgets the checks of a run that is over; an answer still under way is ignored by its run's number. */
    void forget(InstanceId instance, int run) {
        asking.keySet().removeIf(asked -> asked.instance().equals(instance) && asked.run() <= run);
    }

    /** An answer in any case: a service whose check never answers would be starting for ever. */
    private Answer surely(Action.Ask ask) {
        try {
            return ask.check() instanceof CheckRef.Listening ? listening(ask.instance()) : plugin(ask);
        } catch (RuntimeException | Error e) {
            bugs.broke(Doing.of(ask), e);
            return Answer.failing(Undone.reason(e));
        }
    }

    private Answer listening(InstanceId instance) {
        List<Integer> ports = maker.ports(instance);
        Optional<Engine.RunHandle> run = runs.handle(instance);
        try {
            // What somebody else runs has no run here: anybody may listen there.
            return run.isPresent() ? engine.listening(run.get(), ports) : engine.listening(ports);
        } catch (IOException e) {
            return Answer.failing("who listens cannot be found out: " + e.getMessage());
        }
    }

    private Answer plugin(Action.Ask ask) {
        try {
            Asking known = asking.get(new Asked(ask.instance(), ask.run(), ask.check()));
            Asking use = known != null ? known : made(ask);
            return answer(use);
        } catch (IOException e) {
            return Answer.failing(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (CheckFaultException e) {
            return Answer.failing(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            // Its time is up, and that is the answer.
            return Answer.failing("interrupted");
        }
    }

    private static Answer answer(Asking use) throws IOException, InterruptedException {
        try {
            return use.check().check(use.context());
        } catch (RuntimeException | Error e) {
            return Answer.failing("the check itself broke: " + e);
        }
    }

    private Asking made(Action.Ask ask) throws CheckFaultException {
        HealthCheck check = maker.make(ask.instance(), ask.check());
        Asking asking = new Asking(check, maker.context(ask, runs.orderOf(ask.instance(), ask.run())));
        this.asking.put(new Asked(ask.instance(), ask.run(), ask.check()), asking);
        return asking;
    }

    /** What is asked once. Whoever is first answers it: the check, or the time that is up. */
    private final class Question implements Runnable {
        private final Action.Ask ask;
        private final long begin = System.nanoTime();
        private final AtomicBoolean answered = new AtomicBoolean();

        Question(Action.Ask ask) {
            this.ask = ask;
        }

        @Override
        public void run() {
            answer(surely(ask));
        }

        void expire() {
            answer(Answer.failing("no answer within " + Words.duration(ask.timeout())));
        }

        private void answer(Answer answer) {
            if (answered.compareAndSet(false, true)) {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                loop.postInstead(this, new Event.Answered(ask.instance(), ask.run(), ask.check(), answer, took));
            }
        }
    }
}
