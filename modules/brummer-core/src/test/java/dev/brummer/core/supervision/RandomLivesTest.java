package dev.brummer.core.supervision;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestServices;
import dev.brummer.core.graph.Gate;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Backoff;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.Dependency.Condition;
import dev.brummer.core.model.RestartPolicy;
import dev.brummer.spi.Answer;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Whole lives of random graphs, from a seed that is printed when one breaks a rule. */
class RandomLivesTest {
    private static final int LIVES = 20_000;
    private static final int MOMENTS = 60;

    @Test
    void noLifeBreaksARule() {
        long only = Long.getLong("lives.seed", -1);
        if (only >= 0) {
            new Life(only).live();
            return;
        }
        long base = System.nanoTime();
        for (int i = 0; i < LIVES; i++) {
            long seed = Math.abs(base + i);
            try {
                new Life(seed).live();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + "; alone: -Dlives.seed=" + seed, e);
            }
        }
    }

    private static final class Life {
        private final Random random;
        private final Map<InstanceId, Integer> alive = new HashMap<>();
        private final Map<InstanceId, Integer> spawning = new HashMap<>();
        private final Set<InstanceId> leaderless = new HashSet<>();
        private final Map<InstanceId, Set<CheckRef>> asked = new HashMap<>();
        private final Map<Timer, Duration> timers = new HashMap<>();
        private final Set<InstanceId> stopAsked = new HashSet<>();
        private final Map<InstanceId, Integer> undoing = new HashMap<>();
        private final Map<String, TestServices> declared = new TreeMap<>();
        // A bit for each service that is a task with a stop command, however it is declared otherwise.
        private final int lasting;
        private final Remains remains;
        private Fleet fleet;
        private Duration now = Duration.ZERO;

        Life(long seed) {
            random = new Random(seed);
            lasting = random.nextInt(256) & random.nextInt(256);
            remains = new Remains(service -> lasts(Integer.parseInt(service.name().substring(1))));
            int count = 1 + random.nextInt(7);
            for (int i = 0; i < count; i++) {
                declared.put("s" + i, declaration(i));
            }
            fleet = Fleet.of(graph());
        }

        private StageGraph graph() {
            return StageGraph.of(TestServices.project(declared.values().toArray(TestServices[]::new)));
        }

        private TestServices declaration(int index) {
            TestServices one = lasts(index) || random.nextInt(4) == 0 ? task("s" + index) : service("s" + index);
            if (lasts(index) || random.nextInt(4) == 0) {
                one.stopCommand("undo");
            }
            if (random.nextBoolean()) {
                one.startTimeout(Duration.ofSeconds(random.nextInt(1, 60)));
            }
            if (random.nextBoolean()) {
                one.stage("stage" + index / 3);
            }
            if (random.nextInt(3) == 0) {
                one.checked();
            }
            if (random.nextInt(3) == 0) {
                one.health(1 + random.nextInt(3));
            }
            if (random.nextInt(5) == 0) {
                one.optional();
            }
            if (random.nextInt(5) == 0) {
                one.scale(2 + random.nextInt(2));
            }
            one.restart(policy()).backoff(new Backoff(
                    Duration.ofMillis(100), Duration.ofSeconds(1), 2, Duration.ofSeconds(5)));
            dependencies(one, index);
            return one;
        }

        private boolean lasts(int index) {
            return (lasting >> index & 1) == 1;
        }

        /** Declares some services in another way, drops some, adds some, and asks for that. */
        private void reload() {
            Set<ServiceId> anew = new HashSet<>();
            for (int i = 0; i < 8; i++) {
                String name = "s" + i;
                switch (random.nextInt(8)) {
                    case 0 -> {
                        anew.add(new ServiceId(name));
                        declared.put(name, declaration(i));
                    }
                    case 1 -> {
                        if (declared.size() > 1) {
                            declared.remove(name);
                        }
                    }
                    case 2 -> {
                        if (declared.containsKey(name)) {
                            anew.add(new ServiceId(name));
                        }
                    }
                    default -> {}
                }
            }
            StageGraph next = graph();
            Fleet before = fleet;
            post(new Event.ReconfigureAsked(next, anew, Cause.RELOAD));
            Set<InstanceId> concerned = new HashSet<>(before.ids());
            concerned.retainAll(Fleet.idsOf(next));
            concerned.removeIf(id -> !anew.contains(id.service()));
            before.exchange().ifPresent(exchange -> concerned.addAll(exchange.leaving()));
            before.ids().stream().filter(id -> !Fleet.idsOf(next).contains(id)).forEach(concerned::add);
            assertUntouched(before, concerned);
        }

        /** What runs and is not concerned goes on as it is, unless it asked to be restarted with others. */
        private void assertUntouched(Fleet before, Set<InstanceId> concerned) {
            for (Instance instance : before.instances()) {
                boolean follows = restartsWithOthers(before, instance.id()) || restartsWithOthers(fleet, instance.id());
                boolean ending = instance.stop().isPresent();
                if (instance.isAlive() && !ending && !concerned.contains(instance.id()) && !follows) {
                    assertThat(fleet.instance(instance.id())).isEqualTo(instance);
                }
            }
        }

        private static boolean restartsWithOthers(Fleet in, InstanceId id) {
            return in.has(id) && in.spec(id).dependsOn().stream().anyMatch(Dependency::restart);
        }

        private RestartPolicy policy() {
            return switch (random.nextInt(4)) {
                case 0 -> new RestartPolicy.Always();
                case 1 -> new RestartPolicy.OnFailure(OptionalInt.of(1 + random.nextInt(3)));
                case 2 -> new RestartPolicy.UnlessStopped();
                default -> new RestartPolicy.Never();
            };
        }

        private void dependencies(TestServices one, int index) {
            for (int on = 0; on < index; on++) {
                if (random.nextInt(4) == 0) {
                    switch (random.nextInt(4)) {
                        case 0 -> one.after("s" + on, Condition.STARTED);
                        case 1 -> one.afterIfItComes("s" + on);
                        case 2 -> one.restartedWith("s" + on);
                        default -> one.after("s" + on);
                    }
                }
            }
        }

        void live() {
            post(new Event.StartAsked(fleet.ids(), Cause.FIRST_START));
            for (int moment = 0; moment < MOMENTS; moment++) {
                something();
            }
            if (random.nextBoolean()) {
                until("a reload reaches its end", () -> !fleet.isChanging());
            }
            post(new Event.EndAsked("the end", random.nextBoolean()));
            stopAsked.addAll(fleet.ids());
            post(new Event.StartAsked(fleet.ids(), Cause.PERSON));
            post(new Event.ReconfigureAsked(graph(), Set.of(any().service()), Cause.RELOAD));
            until("the stop reaches its end", () -> fleet.isOver());
            assertThat(alive).isEmpty();
            assertThat(spawning).isEmpty();
            assertThat(remains.left()).isEmpty();
            assertThat(fleet.instances()).allMatch(i -> i.state().kind().isOver());
        }

        private void until(String what, BooleanSupplier reached) {
            for (int left = 10_000; !reached.getAsBoolean(); left--) {
                assertThat(left).as("%s; alive: %s", what, alive).isPositive();
                inevitable();
            }
        }

        private void something() {
            switch (random.nextInt(13)) {
                case 0 -> stopOne();
                case 1 -> startOne();
                case 2 -> post(new Event.RestartAsked(any(), Cause.PERSON));
                case 3 -> now = now.plusMillis(random.nextInt(20_000));
                case 4 -> stale();
                case 5 -> reload();
                case 6 -> post(new Event.RestartTogetherAsked(Set.of(any()), Cause.PERSON, "restart: asked for"));
                case 7 -> killOne();
                default -> inevitable();
            }
        }

        /** One of the things that happen by themselves. */
        private void inevitable() {
            now = now.plusMillis(random.nextInt(300));
            switch (random.nextInt(5)) {
                case 0 -> spawnOne();
                case 1 -> exitOne();
                case 2 -> answerOne();
                case 3 -> undoOne();
                default -> fireOne();
            }
        }

        private void spawnOne() {
            if (!spawning.isEmpty()) {
                InstanceId id = pick(spawning.keySet());
                int run = spawning.remove(id);
                if (random.nextInt(8) == 0) {
                    alive.remove(id);
                    post(new Event.SpawnFailed(id, run, "no such command"));
                } else {
                    post(new Event.Spawned(id, run));
                }
            }
        }

        private void exitOne() {
            List<InstanceId> running = alive.keySet().stream().filter(id -> !spawning.containsKey(id)).toList();
            if (!running.isEmpty()) {
                InstanceId id = running.get(random.nextInt(running.size()));
                int run = alive.get(id);
                if (leaderless.remove(id)) {
                    alive.remove(id);
                    post(new Event.TreeGone(id, run));
                } else {
                    boolean treeGone = random.nextInt(4) > 0;
                    if (treeGone) {
                        alive.remove(id);
                    } else {
                        leaderless.add(id);
                    }
                    post(new Event.Exited(id, run, new Exit(random.nextBoolean() ? 0 : 1), treeGone));
                }
            }
        }

        private void undoOne() {
            if (!undoing.isEmpty()) {
                InstanceId id = pick(undoing.keySet());
                Optional<String> trouble = random.nextInt(4) == 0 ? Optional.of("ended with exit 1") : Optional.empty();
                post(new Event.StopCommandEnded(id, undoing.remove(id), trouble));
            }
        }

        private void answerOne() {
            List<InstanceId> ids = asked.keySet().stream().filter(id -> !asked.get(id).isEmpty()).toList();
            if (!ids.isEmpty()) {
                InstanceId id = ids.get(random.nextInt(ids.size()));
                CheckRef check = pick(asked.get(id));
                asked.get(id).remove(check);
                Answer answer = random.nextInt(3) == 0 ? Answer.failing("no") : Answer.passing("yes");
                int run = fleet.has(id) ? fleet.instance(id).run() : 1;
                post(new Event.Answered(id, run, check, answer, Duration.ZERO));
            }
        }

        private void fireOne() {
            timers.entrySet().stream().min(Map.Entry.comparingByValue()).ifPresent(next -> {
                timers.remove(next.getKey());
                now = now.compareTo(next.getValue()) > 0 ? now : next.getValue();
                post(new Event.TimerFired(next.getKey()));
            });
        }

        private void stale() {
            InstanceId id = any();
            post(new Event.Exited(id, fleet.instance(id).run() - 1, new Exit(1), true));
        }

        private void stopOne() {
            InstanceId id = any();
            stopAsked.add(id);
            post(new Event.StopAsked(Set.of(id), "a person"));
        }

        private void killOne() {
            InstanceId id = any();
            stopAsked.add(id);
            post(new Event.KillAsked(Set.of(id), "a person"));
        }

        private void startOne() {
            InstanceId id = any();
            stopAsked.remove(id);
            post(new Event.StartAsked(Set.of(id), Cause.PERSON));
        }

        private InstanceId any() {
            return pick(fleet.ids());
        }

        private <T> T pick(Set<T> from) {
            return new ArrayList<>(from).get(random.nextInt(from.size()));
        }

        private void post(Event event) {
            if (event instanceof Event.RestartAsked(var id, _, _)) {
                stopAsked.remove(id);
            }
            if (event instanceof Event.RestartTogetherAsked(var ids, _, _)) {
                stopAsked.removeAll(ids);
            }
            Fleet before = fleet;
            remains.happens(fleet, event);
            Decision decision = Supervisor.decide(fleet, event, now);
            fleet = decision.fleet();
            stopAsked.retainAll(fleet.ids());
            decision.actions().forEach(this::take);
            fleet.instances().forEach(this::rules);
            assertThat(fleet.ids()).as("what is alive is known").containsAll(alive.keySet());
            assertThat(fleet.ids()).as("what is left is known").containsAll(remains.left());
            before.exchange().map(Exchange::leaving).filter(ids -> ends(event, ids))
                    .ifPresent(ids -> assertUntouched(before, ids));
        }

        private static boolean ends(Event event, Set<InstanceId> ids) {
            return switch (event) {
                case Event.Exited(var id, _, _, _) -> ids.contains(id);
                case Event.TreeGone(var id, _) -> ids.contains(id);
                case Event.SpawnFailed(var id, _, _) -> ids.contains(id);
                case Event.StopCommandEnded(var id, _, _) -> ids.contains(id);
                case Event.TimerFired(var timer) -> ids.contains(timer.instance());
                case Event.Request _, Event.Spawned _, Event.Answered _ -> false;
            };
        }

        private void take(Action action) {
            remains.take(fleet, action);
            switch (action) {
                case Action.Start(var id, var run, _) -> {
                    assertThat(alive).as("two runs of %s", id).doesNotContainKey(id);
                    assertThat(stopAsked).as("a start after the stop was asked").doesNotContain(id);
                    assertGatesOpen(id);
                    alive.put(id, run);
                    spawning.put(id, run);
                }
                case Action.Ask(var id, _, var check, _, _) ->
                    asked.computeIfAbsent(id, _ -> new HashSet<>()).add(check);
                case Action.ForgetChecks(var id, _) -> asked.remove(id);
                case Action.Schedule(var timer, var delay) -> timers.put(timer, now.plus(delay));
                case Action.Exchanged(var graph) -> assertThat(fleet.graph()).isSameAs(graph);
                case Action.RunStopCommand(var id, var run) -> undoing.put(id, run);
                case Action.KillStopCommand(var id, var run) -> assertThat(undoing).containsEntry(id, run);
                case Action.Kill(var id, _, _) -> assertThat(alive).containsKey(id);
                case Action.Signal _ -> {}
                case Action.Publish p -> assertThat(p.reason()).as("%s to %s", p.instance(), p.to()).isNotBlank();
            }
        }

        /** Told by the fleet before and after: a gate that held at the start of a turn may close in the same turn. */
        private void assertGatesOpen(InstanceId id) {
            for (Gate gate : fleet.graph().gates(id.service())) {
                for (InstanceId copy : fleet.copies(gate.on())) {
                    Instance on = fleet.instance(copy);
                    boolean holds = switch (gate.condition()) {
                        case STARTED -> on.run() > 0;
                        case READY, HEALTHY -> on.isUp(fleet.spec(copy).isTask());
                        case COMPLETED -> on.state() instanceof InstanceState.Completed || on.left() != Instance.Left.ALL;
                    };
                    assertThat(holds || (!gate.required() && on.state().kind().isOver()))
                            .as("%s started though %s is %s", id, copy, on.state())
                            .isTrue();
                }
            }
        }

        private void rules(Instance instance) {
            remains.rule(instance);
            // What a task has started lives on without processes.
            boolean elsewhere = instance.isAlive() && instance.left() == Instance.Left.NOTHING;
            assertThat(instance.isAlive() && !elsewhere).as("%s", instance).isEqualTo(alive.containsKey(instance.id()));
            if (instance.state() instanceof InstanceState.Waiting) {
                Waits waits = new Waits(fleet);
                assertThat(waits.closed(instance.id().service())).as("what %s waits for", instance).isNotEmpty();
                assertThat(waits.reason(instance.id().service())).startsWith("waits for ");
            }
        }
    }
}
