package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.InstanceView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.test.TestOutcome;
import dev.brummer.cli.test.TestWords;
import dev.brummer.cli.test.Verdict;
import dev.brummer.cli.test.Verdict.Phase;
import dev.brummer.config.secret.Redaction;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.Words;
import dev.brummer.process.TerminalMode;
import dev.brummer.runtime.ForegroundRun;
import dev.brummer.runtime.SystemTime;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One test, from services that begin to start to an outcome. For one thread, but for the signals.
 */
final class TestRun {
    /** A terminal's second Ctrl-C, or a job that is cancelled, is noticed within so long. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration FIRST_REMINDER = Duration.ofSeconds(5);
    private static final Duration GRACE = ServiceSpec.DEFAULT_STOP_GRACE_PERIOD;

    private final TestPlan plan;
    private final TestBed bed;
    private final Terminal terminal;
    private final SystemTime time;
    private final Instant begin;
    private final Duration since;
    private final EndRequest request = new EndRequest(TerminalMode.controls());
    private final AtomicReference<@Nullable ForegroundRun> running = new AtomicReference<>();
    private volatile boolean forced;
    private Redaction redaction = Redaction.NONE;
    private Optional<Duration> ready = Optional.empty();
    private Optional<Duration> ran = Optional.empty();
    private Duration reminder = FIRST_REMINDER;

    TestRun(TestPlan plan, TestBed bed, Terminal terminal, SystemTime time) {
        this.plan = plan;
        this.bed = bed;
        this.terminal = terminal;
        this.time = time;
        this.begin = time.instant();
        this.since = time.elapsed();
    }

    /** What signals are to do: the first asks the command to end, the second ends everything at once. */
    Interrupts interrupts() {
        return new Interrupts(request::ask, this::force, time::elapsed);
    }

    private void force(String reason) {
        forced = true;
        ForegroundRun runs = running.get();
        if (runs != null) {
            runs.kill();
        }
        bed.kill(reason);
    }

    /** Waits until the services are ready, runs the command, and tells what came of it. */
    TestOutcome perform() throws UsageException {
        // Takes a while, in which the services begin to start.
        redaction = Redaction.of(plan.wanted().project());
        try {
            FleetView fleet = bed.session().fleet();
            Optional<Verdict> notReady = awaitReady(fleet);
            return outcome(notReady.isPresent() ? notReady.get() : command());
        } catch (SessionException e) {
            return outcome(new Verdict.FleetEnded(phase()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a command", e);
        }
    }

    private Phase phase() {
        return ready.isPresent() ? Phase.RUNNING : Phase.BRINGING_UP;
    }

    private Optional<Verdict> awaitReady(FleetView from) throws SessionException, InterruptedException {
        FleetView fleet = from;
        while (true) {
            Optional<Verdict> asked = interrupted(Optional.empty());
            if (asked.isPresent()) {
                return asked;
            }
            if (fleet.ending()) {
                return Optional.of(new Verdict.FleetEnded(Phase.BRINGING_UP));
            }
            switch (Goal.READY.progress(fleet, own(fleet).keySet())) {
                case THERE -> {
                    ready = Optional.of(elapsed());
                    return Optional.empty();
                }
                case FAILED -> {
                    return Optional.of(new Verdict.ServicesFailed(Phase.BRINGING_UP));
                }
                case ON_ITS_WAY -> {
                    if (!left().isPositive()) {
                        return Optional.of(timedOut(Phase.BRINGING_UP));
                    }
                }
            }
            remind(fleet);
            fleet = bed.session().fleetAfter(fleet.version(), left().compareTo(LOOK) < 0 ? left() : LOOK);
        }
    }

    private void remind(FleetView fleet) {
        if (elapsed().compareTo(reminder) > 0) {
            terminal.complain("brum: still waiting: " + TestWords.pending(services(fleet)));
            reminder = reminder.multipliedBy(2);
        }
    }

    private Verdict command() throws UsageException, SessionException, InterruptedException {
        FleetView fleet = bed.session().fleet();
        Map<InstanceId, List<Integer>> ports = new LinkedHashMap<>();
        fleet.instances().forEach(instance -> ports.put(instance.id(), instance.ports()));
        terminal.complain("brum: " + (own(fleet).isEmpty() ? "" : "ready after " + Words.duration(elapsed()) + ": ")
                + TestWords.oneLine(redaction.text(plan.command())));
        Duration from = time.elapsed();
        try {
            ForegroundRun runs = ForegroundRun.start(bed.engine(), plan.order(ports));
            running.set(runs);
            request.started(runs::signal);
            if (forced) {
                runs.kill();
            }
            return verdict(runs);
        } catch (StartFailedException e) {
            return new Verdict.CommandNotStarted(redaction.text(String.valueOf(e.getMessage())));
        } finally {
            running.set(null);
            request.ended();
            ran = Optional.of(time.elapsed().minus(from));
        }
    }

    private Verdict verdict(ForegroundRun runs) throws SessionException, InterruptedException {
        CompletableFuture<Integer> exit = runs.exit().toCompletableFuture();
        boolean inTime = isDone(exit, plan.limit().map(_ -> left()));
        if (!inTime) {
            runs.signal(PosixSignal.SIGTERM);
            if (!isDone(exit, Optional.of(GRACE))) {
                runs.kill();
            }
        }
        if (runs.awaitEnd(GRACE)) {
            terminal.complain("brum: ended what the command had left running");
        }
        int code = exit.join();
        Optional<Verdict> interrupted = interrupted(Optional.of(code));
        if (interrupted.isPresent()) {
            return interrupted.get();
        }
        return inTime ? verdict(code, bed.session().fleet()) : timedOut(Phase.RUNNING);
    }

    private Verdict verdict(int code, FleetView fleet) {
        if (fleet.ending()) {
            return new Verdict.FleetEnded(Phase.RUNNING);
        }
        if (code != 0) {
            return new Verdict.CommandFailed(code);
        }
        boolean failed = own(fleet).values().stream().anyMatch(instance -> instance.state() == ServiceState.FAILED);
        return failed ? new Verdict.ServicesFailed(Phase.RUNNING) : new Verdict.Passed();
    }

    private static boolean isDone(CompletableFuture<Integer> exit, Optional<Duration> limit)
            throws InterruptedException {
        try {
            Integer ignored = limit.isPresent()
                    ? exit.get(Math.max(0, limit.get().toNanos()), TimeUnit.NANOSECONDS)
                    : exit.get();
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a run is never exceptional", e);
        }
    }

    private Optional<Verdict> interrupted(Optional<Integer> code) {
        return request.by().map(by -> new Verdict.Interrupted(by, code.filter(_ -> !forced)));
    }

    private Verdict timedOut(Phase phase) {
        return new Verdict.TimedOut(plan.limit().orElseThrow(), phase);
    }

    private Duration elapsed() {
        return time.elapsed().minus(since);
    }

    /** How much time is left; more than anybody waits at once where there is no limit. */
    private Duration left() {
        return plan.limit().map(limit -> limit.minus(elapsed())).orElse(LOOK);
    }

    private TestOutcome outcome(Verdict verdict) {
        return new TestOutcome(
                plan.test().name(),
                redaction.text(plan.command()),
                begin,
                ready,
                ran,
                elapsed(),
                services(latest()),
                verdict);
    }

    /** The fleet as it is, or nothing where nobody can tell any more. */
    private FleetView latest() {
        try {
            return bed.session().fleet();
        } catch (SessionException e) {
            return new FleetView("", 0, true, List.of());
        }
    }

    /** The instances that the test is about. */
    private Map<InstanceId, InstanceView> own(FleetView fleet) {
        Map<InstanceId, InstanceView> own = new LinkedHashMap<>();
        for (InstanceView instance : fleet.instances()) {
            if (plan.wanted().graph().services().containsKey(instance.id().service())) {
                own.put(instance.id(), instance);
            }
        }
        return own;
    }

    private List<TestOutcome.Service> services(FleetView fleet) {
        return own(fleet).values().stream().map(TestRun::service).toList();
    }

    private static TestOutcome.Service service(InstanceView instance) {
        Optional<Duration> ready = instance.isUp()
                ? instance.started().flatMap(from -> instance.since().map(to -> Duration.between(from, to)))
                : Optional.empty();
        return new TestOutcome.Service(
                instance.id(), instance.task(), instance.state(), instance.run(), instance.reason(), ready);
    }
}
