package dev.brummer.runtime.health;

import dev.brummer.api.CheckView;
import dev.brummer.api.CheckView.Asked;
import dev.brummer.api.CheckView.Purpose;
import dev.brummer.api.CheckView.Said;
import dev.brummer.api.CheckView.Verdict;
import dev.brummer.api.InstanceHealth;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.supervision.CheckRef;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.core.supervision.Supervisor;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all checks of a fleet have said lately: 120 answers each, over all runs. Safe for use by several threads.
 */
public final class CheckBook {
    private final Map<Key, CheckHistory> histories = new ConcurrentHashMap<>();

    // Few enough to notice a change soon, and enough that one slow answer is none.
    private static final int LATEST = 5;

    private record Key(InstanceId instance, CheckRef check) {}

    public CheckBook() {}

    /**
     * Takes an answer; one to a question about a run that is over, or ending, means nothing any more.
     *
     * @param fleet as it was before the answer
     */
    public void answered(Event.Answered answered, Fleet fleet, Instant now) {
        if (!fleet.isCurrent(answered.instance(), answered.run())) {
            return;
        }
        Instance instance = fleet.instance(answered.instance());
        boolean starting = instance.state() instanceof InstanceState.Starting;
        if (starting || isUp(instance)) {
            Answer answer = answered.answer();
            var said = new Said(
                    now, verdict(answer, starting), answered.took(), answer.reason(), answer.components());
            histories.computeIfAbsent(new Key(answered.instance(), answered.check()), _ -> new CheckHistory())
                    .add(said);
        }
    }

    private static boolean isUp(Instance instance) {
        return instance.state() instanceof InstanceState.Ready || instance.state() instanceof InstanceState.Unhealthy;
    }

    private static Verdict verdict(Answer answer, boolean starting) {
        return switch (answer) {
            case Answer.Passing _ -> Verdict.PASSING;
            case Answer.Degraded _ -> Verdict.DEGRADED;
            case Answer.Failing _ -> starting ? Verdict.NOT_YET : Verdict.FAILING;
            case Answer.Unknown _ -> starting ? Verdict.NOT_YET : Verdict.UNKNOWN;
        };
    }

    /** How long the health check of an instance takes: the median of its last five answers; empty before the first. */
    public Optional<Duration> latency(InstanceId instance) {
        CheckHistory history = histories.get(new Key(instance, new CheckRef.Health()));
        return history == null ? Optional.empty() : history.median(LATEST);
    }

    /**
     * The checks of an instance.
     *
     * @param ports those it claims
     */
    public InstanceHealth of(Instance instance, ServiceSpec spec, List<Integer> ports) {
        List<CheckView> checks = Supervisor.checksOf(spec).stream()
                .map(check -> view(instance.id(), check, CheckWords.of(spec, check, ports)))
                .toList();
        return new InstanceHealth(instance.id(), instance.state().kind(), spec.isTask(), checks);
    }

    private CheckView view(InstanceId instance, CheckRef check, String question) {
        Purpose purpose = check instanceof CheckRef.Health ? Purpose.HEALTH : Purpose.READINESS;
        CheckHistory history = histories.get(new Key(instance, check));
        if (history == null) {
            return new CheckView(purpose, question, Optional.empty(), 0, Optional.empty(), List.of());
        }
        List<Asked> kept = history.kept();
        return new CheckView(
                purpose, question, history.last(), history.failures(), CheckHistory.latency(kept), kept);
    }
}
