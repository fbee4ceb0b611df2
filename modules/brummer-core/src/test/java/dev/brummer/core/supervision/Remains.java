package dev.brummer.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.supervision.InstanceState.Outcome;
import dev.brummer.core.supervision.InstanceState.Stopping;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What imagined tasks leave behind on purpose, and the rules by which their stop commands end it. */
final class Remains {
    private final Predicate<ServiceId> lasting;
    // There since a command ended with 0, whatever the supervision makes of it.
    private final Set<InstanceId> left = new HashSet<>();
    private final Set<Life> undone = new HashSet<>();
    private final Set<Life> killed = new HashSet<>();
    private Set<InstanceId> stopping = Set.of();
    private boolean allKilled;

    private record Life(InstanceId instance, int run) {}

    /** @param lasting the tasks with a stop command, however often they are declared in another way */
    Remains(Predicate<ServiceId> lasting) {
        this.lasting = lasting;
    }

    /** To be told of each event before it is decided. */
    void happens(Fleet fleet, Event event) {
        stopping = fleet.instances().stream()
                .filter(instance -> instance.state() instanceof Stopping)
                .map(Instance::id)
                .collect(Collectors.toSet());
        if (event instanceof Event.KillAsked(var ids, _)) {
            ids.stream().filter(fleet::has).forEach(id -> killed(id, fleet.instance(id).run()));
        } else if (event instanceof Event.EndAsked(_, var kill) && kill) {
            allKilled = true;
            left.clear();
        } else if (event instanceof Event.Exited(var id, var run, var exit, _) && fleet.isCurrent(id, run)) {
            boolean leaves = lasting.test(id.service()) && exit.code() == 0;
            if (leaves && !allKilled && !killed.contains(new Life(id, run))) {
                left.add(id);
            }
        }
    }

    private void killed(InstanceId id, int run) {
        killed.add(new Life(id, run));
        left.remove(id);
    }

    /** To be told of each action, with the fleet after the decision. */
    void take(Fleet fleet, Action action) {
        if (action instanceof Action.Start(var id, _, _)) {
            assertThat(left).as("a start over what an earlier run left").doesNotContain(id);
        } else if (action instanceof Action.RunStopCommand(var id, var run) && lasting.test(id.service())) {
            Life life = new Life(id, run);
            assertThat(undone.add(life)).as("the stop command of %s runs once", id).isTrue();
            assertThat(killed).as("a stop command after a kill").doesNotContain(life);
            assertThat(allKilled).as("a stop command after the kill of everything").isFalse();
            if (left.remove(id) && !stopping.contains(id)) {
                assertDependentsAreGone(fleet, id);
            }
        }
    }

    /** Those that are to stop as well; a restart is of one alone. */
    private static void assertDependentsAreGone(Fleet fleet, InstanceId of) {
        boolean stops = fleet.instance(of).state() instanceof Stopping now && now.then() instanceof Outcome.Stop;
        for (ServiceId dependent : fleet.graph().dependents(of.service())) {
            for (InstanceId copy : fleet.copies(dependent)) {
                Instance instance = fleet.instance(copy);
                assertThat(stops && instance.stop().isPresent() && instance.isAlive())
                        .as("%s, which needs %s and is to stop, is there", copy, of)
                        .isFalse();
            }
        }
    }

    /** Who has left something that is there, and was not killed. */
    Set<InstanceId> left() {
        return left;
    }

    /** The rule that holds for each instance after each decision. */
    void rule(Instance instance) {
        if (left.contains(instance.id())) {
            assertThat(instance.isAlive()).as("what %s has left is held by it", instance).isTrue();
        }
    }
}
