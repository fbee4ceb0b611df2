package dev.brummer.core.supervision;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A fleet whose processes are imagined: spawns succeed at once, time passes when the test says so, and every action is
 * kept to be looked at.
 */
final class TestingSupervisor {
    private Fleet fleet;
    private Duration now = Duration.ZERO;
    private final List<Action> actions = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private final Map<Timer, Duration> timers = new LinkedHashMap<>();
    private final Map<String, Optional<Duration>> took = new LinkedHashMap<>();

    private TestingSupervisor(Fleet fleet) {
        this.fleet = fleet;
    }

    static TestingSupervisor with(TestServices... services) {
        return new TestingSupervisor(Fleet.of(StageGraph.of(TestServices.project(services))));
    }

    /** The same services, of which somebody else runs one. */
    static TestingSupervisor withExternal(String external, TestServices... services) {
        StageGraph graph = StageGraph.of(TestServices.project(services));
        return new TestingSupervisor(Fleet.of(graph, Set.of(new ServiceId(external))));
    }

    TestingSupervisor up() {
        return post(new Event.StartAsked(fleet.ids(), Cause.FIRST_START));
    }

    TestingSupervisor post(Event event) {
        Decision decision = Supervisor.decide(fleet, event, now);
        fleet = decision.fleet();
        actions.addAll(decision.actions());
        for (Action action : decision.actions()) {
            if (action instanceof Action.Schedule(var timer, var delay)) {
                timers.put(timer, now.plus(delay));
            }
            if (action instanceof Action.Publish p) {
                took.put(p.instance().label(), p.took());
                story.add(p.instance().label() + " " + p.to().word() + ": " + p.reason());
            }
        }
        for (Action action : decision.actions()) {
            if (action instanceof Action.Start(var instance, var run, _)) {
                post(new Event.Spawned(instance, run));
            }
        }
        return this;
    }

    TestingSupervisor exit(String label, int code) {
        return post(new Event.Exited(id(label), run(label), new Exit(code), true));
    }

    TestingSupervisor leaderExit(String label, int code) {
        return post(new Event.Exited(id(label), run(label), new Exit(code), false));
    }

    TestingSupervisor gone(String label) {
        return post(new Event.TreeGone(id(label), run(label)));
    }

    TestingSupervisor stopCommandEnded(String label) {
        return post(new Event.StopCommandEnded(id(label), run(label), Optional.empty()));
    }

    TestingSupervisor stopCommandFails(String label, String trouble) {
        return post(new Event.StopCommandEnded(id(label), run(label), Optional.of(trouble)));
    }

    TestingSupervisor crash(String label) {
        return exit(label, 1);
    }

    TestingSupervisor pass(String label) {
        return answer(label, new CheckRef.Readiness(0), Answer.passing("seen"));
    }

    TestingSupervisor fail(String label, String reason) {
        return answer(label, new CheckRef.Readiness(0), Answer.failing(reason));
    }

    TestingSupervisor health(String label, Answer answer) {
        return answer(label, new CheckRef.Health(), answer);
    }

    TestingSupervisor answer(String label, CheckRef check, Answer answer) {
        return post(new Event.Answered(id(label), run(label), check, answer, Duration.ZERO));
    }

    TestingSupervisor stop() {
        return post(new Event.EndAsked("Ctrl-C", false));
    }

    TestingSupervisor stop(String label) {
        return post(new Event.StopAsked(Set.of(id(label)), "asked for"));
    }

    TestingSupervisor kill() {
        return post(new Event.EndAsked("a second Ctrl-C", true));
    }

    TestingSupervisor start(String label) {
        return post(new Event.StartAsked(Set.of(id(label)), Cause.PERSON));
    }

    TestingSupervisor restart(String label) {
        return post(new Event.RestartAsked(id(label), Cause.PERSON));
    }

    TestingSupervisor restartTogether(String label) {
        return post(new Event.RestartTogetherAsked(Set.of(id(label)), Cause.PERSON, "restart: asked for"));
    }

    /** Asks for other services; those of {@code anew} are declared in another way than before. */
    TestingSupervisor reload(Set<String> anew, TestServices... services) {
        Set<ServiceId> ids = anew.stream().map(ServiceId::new).collect(Collectors.toSet());
        return post(new Event.ReconfigureAsked(StageGraph.of(TestServices.project(services)), ids, Cause.RELOAD));
    }

    /** Lets time pass; timers fire in their order at their moment. */
    TestingSupervisor elapse(Duration time) {
        Duration end = now.plus(time);
        while (true) {
            var next = timers.entrySet().stream()
                    .filter(timer -> timer.getValue().compareTo(end) <= 0)
                    .min(Map.Entry.comparingByValue());
            if (next.isEmpty()) {
                now = end;
                return this;
            }
            now = next.get().getValue();
            timers.remove(next.get().getKey());
            post(new Event.TimerFired(next.get().getKey()));
        }
    }

    Fleet fleet() {
        return fleet;
    }

    InstanceState state(String label) {
        return fleet.instance(id(label)).state();
    }

    ServiceState kind(String label) {
        return state(label).kind();
    }

    /** The services there are, copy by copy. */
    List<String> labels() {
        return fleet.ids().stream().map(InstanceId::label).toList();
    }

    /** What was started since the last call, in order. */
    List<String> started() {
        return takeActions().stream()
                .filter(Action.Start.class::isInstance)
                .map(action -> ((Action.Start) action).instance().label())
                .toList();
    }

    String reason(String label) {
        return fleet.instance(id(label)).detail();
    }

    /** What the latest change of an instance said it took. */
    Optional<Duration> took(String label) {
        return took.getOrDefault(label, Optional.empty());
    }

    int run(String label) {
        return fleet.instance(id(label)).run();
    }

    /** Every published change so far, as {@code service state: reason}. */
    List<String> story() {
        return story;
    }

    /** The actions since the last call, without those that are told by {@link #story()}. */
    List<Action> takeActions() {
        List<Action> taken = actions.stream().filter(a -> !(a instanceof Action.Publish)).toList();
        actions.clear();
        return taken;
    }

    /** Whom a signal was sent since the last call. */
    List<String> signalled() {
        return takeActions().stream()
                .filter(Action.Signal.class::isInstance)
                .map(action -> ((Action.Signal) action).instance().label())
                .toList();
    }

    /** Whose stop command was run since the last call. */
    List<String> stopCommands() {
        return takeActions().stream()
                .filter(Action.RunStopCommand.class::isInstance)
                .map(action -> ((Action.RunStopCommand) action).instance().label())
                .toList();
    }

    InstanceId id(String label) {
        return fleet.ids().stream()
                .filter(id -> id.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no instance " + new ServiceId(label)));
    }
}
