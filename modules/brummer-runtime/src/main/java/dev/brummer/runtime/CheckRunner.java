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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Makes checks, each question on a virtual thread and bounded in time, and posts the answers. */
final class CheckRunner {
    private final FleetEffects runs;
    private final Engine engine;
    private final CheckMaker maker;
    private final BugReports bugs;
    private final Consumer<Event> post;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Asked, Asking> asking = new ConcurrentHashMap<>();

    private record Asked(InstanceId instance, int run, CheckRef check) {}

    /** A check and what it is asked with; one for each check of a run. */
    private record Asking(HealthCheck check, CheckContext context) {}

    CheckRunner(FleetEffects runs, Engine engine, CheckMaker maker, BugReports bugs, Consumer<Event> post) {
        this.runs = runs;
        this.engine = engine;
        this.maker = maker;
        this.bugs = bugs;
        this.post = post;
    }

    void ask(Action.Ask ask) {
        threads.execute(() -> {
            long begin = System.nanoTime();
            Answer answer = surely(ask);
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            post.accept(new Event.Answered(ask.instance(), ask.run(), ask.check(), answer, took));
        });
    }

    /** Forgets the checks of a run that is over; an answer still under way is ignored by its run's number. */
    void forget(InstanceId instance, int run) {
        asking.keySet().removeIf(asked -> asked.instance().equals(instance) && asked.run() <= run);
    }

    /** An answer in any case: a service whose check never answers would be starting for ever. */
    private Answer surely(Action.Ask ask) {
        try {
            return answer(ask);
        } catch (RuntimeException | Error e) {
            bugs.broke(Doing.of(ask), e);
            return Answer.failing(Undone.reason(e));
        }
    }

    private Answer answer(Action.Ask ask) {
        if (ask.check() instanceof CheckRef.Listening) {
            return listening(ask.instance());
        }
        return bounded(ask);
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

    private Answer bounded(Action.Ask ask) {
        Future<Answer> future = threads.submit(() -> once(ask));
        try {
            return future.get(ask.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            return Answer.failing("no answer within " + Words.duration(ask.timeout()));
        } catch (ExecutionException e) {
            return Answer.failing("the check itself broke: " + e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a check's owner", e);
        }
    }

    private Answer once(Action.Ask ask) throws InterruptedException {
        try {
            Asking known = asking.get(new Asked(ask.instance(), ask.run(), ask.check()));
            Asking use = known != null ? known : made(ask);
            return use.check().check(use.context());
        } catch (IOException e) {
            return Answer.failing(e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (CheckFaultException e) {
            return Answer.failing(String.valueOf(e.getMessage()));
        }
    }

    private Asking made(Action.Ask ask) throws CheckFaultException {
        HealthCheck check = maker.make(ask.instance(), ask.check());
        Asking asking = new Asking(check, maker.context(ask, runs.orderOf(ask.instance(), ask.run())));
        this.asking.put(new Asked(ask.instance(), ask.run(), ask.check()), asking);
        return asking;
    }
}
