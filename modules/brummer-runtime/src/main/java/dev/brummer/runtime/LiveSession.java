package dev.brummer.runtime;

import dev.brummer.api.AlertsView;
import dev.brummer.api.EnvironmentView;
import dev.brummer.api.FleetConnections;
import dev.brummer.api.FleetUsage;
import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.InstanceView;
import dev.brummer.api.ProjectView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.ReloadView;
import dev.brummer.api.SessionEnd;
import dev.brummer.api.SessionException;
import dev.brummer.api.StreamView;
import dev.brummer.api.TerminalLine;
import dev.brummer.api.UnfinishedView;
import dev.brummer.api.UsageView;
import dev.brummer.api.WhyView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A fleet of this process, as its clients see it. */
final class LiveSession implements OwnedSession {
    private final FleetSession fleet;
    private final Rereading rereading;
    private final Explaining explaining;
    private final SystemTime time;
    private final Instant began;

    LiveSession(FleetSession fleet, Engine engine, Rereading rereading, SystemTime time) {
        this.fleet = fleet;
        this.rereading = rereading;
        this.explaining = new Explaining(this, fleet, engine, time);
        this.time = time;
        this.began = time.instant();
    }

    @Override
    public ProjectView project() {
        return ProjectViews.of(
                fleet.setup().project(), rereading.groups(), fleet.fleet(), fleet.discretion(), began);
    }

    /** What has the fleet go by another reading of its project, or have more services. */
    Reconfiguring reconfiguring() {
        return fleet.reconfiguring();
    }

    @Override
    public FleetView fleet() {
        // The number first: a fleet that is newer than its number is shown twice, an older one would never be.
        long version = fleet.changes().version();
        Fleet now = fleet.fleet();
        return new FleetView(
                fleet.setup().project().name(),
                version,
                now.isEnding(),
                now.instances().stream().map(instance -> view(now, instance)).toList());
    }

    @Override
    public FleetView fleetWithUsage() {
        FleetView now = fleet();
        try {
            List<InstanceView> instances = now.instances();
            List<UsageView> usages = fleet.usages().usage(instances.stream().map(InstanceView::id).toList());
            List<InstanceView> using = new ArrayList<>();
            for (int i = 0; i < instances.size(); i++) {
                using.add(instances.get(i).using(usages.get(i)));
            }
            return new FleetView(now.project(), now.version(), now.ending(), using);
        } catch (RefusedException e) {
            return now;
        }
    }

    InstanceView view(Fleet now, Instance instance) {
        InstanceId id = instance.id();
        var spec = now.spec(id);
        return new InstanceView(
                id,
                spec.stage().map(stage -> stage.name()),
                spec.isTask(),
                now.isExternal(id),
                instance.state().kind(),
                instance.run(),
                instance.detail(),
                fleet.times().since(id),
                fleet.times().started(id),
                fleet.setup().ports().of(id),
                Optional.empty());
    }

    @Override
    public FleetView fleetAfter(long version, Duration patience) throws InterruptedException {
        fleet.changes().await(version, patience);
        return fleet();
    }

    @Override
    public UnfinishedView unfinishedAfter(long version, Duration patience)
            throws SessionException, InterruptedException {
        return OwnUnfinished.after(history().unfinished(), version, patience);
    }

    @Override
    public List<InstanceId> named(List<String> words) throws RefusedException {
        return new FleetNames(fleet.setup().project(), fleet.fleet(), rereading.groups()).named(words);
    }

    @Override
    public EnvironmentView environment(InstanceId instance, boolean reveal) throws RefusedException {
        return new EnvironmentViews(fleet.setup().project(), fleet.discretion(), reveal).of(fleet.order(instance));
    }

    @Override
    public HealthView health(List<String> words) throws RefusedException {
        Set<InstanceId> meant = new LinkedHashSet<>(named(words));
        Fleet now = fleet.fleet();
        return new HealthView(
                fleet.setup().project().name(),
                time.instant(),
                now.instances().stream()
                        .filter(instance -> meant.contains(instance.id()))
                        .map(instance -> health(now, instance))
                        .toList());
    }

    /** @param now the fleet that the instance is of */
    InstanceHealth health(Fleet now, Instance instance) {
        return fleet.answers().of(instance, now.spec(instance.id()), fleet.setup().ports().of(instance.id()));
    }

    @Override
    public WhyView why(String word) throws RefusedException {
        return explaining.why(word);
    }

    @Override
    public AlertsView alerts() {
        return fleet.alerting().view();
    }

    @Override
    public FleetUsage usage(List<String> words) throws RefusedException {
        var machine = fleet.machine();
        return new FleetUsage(
                fleet.setup().project().name(),
                time.instant(),
                machine.cores(),
                machine.memoryBytes(),
                fleet.usages().usage(named(words)));
    }

    @Override
    public FleetConnections connections(List<String> words) throws RefusedException {
        return new FleetConnections(
                fleet.setup().project().name(), time.instant(), fleet.usages().connections(named(words)));
    }

    @Override
    public FleetView start(Set<InstanceId> instances) {
        return decided(new Event.StartAsked(FleetClosure.needed(fleet.fleet(), instances), Cause.PERSON));
    }

    @Override
    public FleetView stop(Set<InstanceId> instances, String reason) {
        return decided(new Event.StopAsked(instances, reason));
    }

    @Override
    public FleetView kill(Set<InstanceId> instances, String reason) {
        return decided(new Event.KillAsked(instances, reason));
    }

    @Override
    public FleetView restart(Set<InstanceId> instances, boolean withDependents) {
        if (withDependents) {
            String reason = "restart: " + Cause.PERSON.words();
            return decided(new Event.RestartTogetherAsked(instances, Cause.PERSON, reason));
        }
        for (InstanceId instance : instances) {
            fleet.post(new Event.RestartAsked(instance, Cause.PERSON));
        }
        return settled();
    }

    @Override
    public void signal(Set<InstanceId> instances, String signal) throws RefusedException {
        PosixSignal meant = signal(signal);
        for (InstanceId instance : instances) {
            Fleet now = fleet.fleet();
            if (!now.has(instance) || !now.instance(instance).isAlive()) {
                throw new RefusedException("nothing of " + instance.label() + " runs");
            }
        }
        fleet.signal(instances, meant);
    }

    private static PosixSignal signal(String name) throws RefusedException {
        String upper = name.toUpperCase(Locale.ROOT);
        String whole = upper.startsWith("SIG") ? upper : "SIG" + upper;
        for (PosixSignal signal : PosixSignal.values()) {
            if (signal.name().equals(whole)) {
                return signal;
            }
        }
        throw new RefusedException("there is no signal '" + name + "'; there are: "
                + String.join(", ", List.of(PosixSignal.values()).stream().map(PosixSignal::name).toList()));
    }

    @Override
    public ReloadView reload(boolean dryRun) throws RefusedException {
        return rereading.reload(dryRun);
    }

    @Override
    public FleetView join(Set<ServiceId> services) throws RefusedException {
        rereading.join(services);
        return settled();
    }

    @Override
    public FleetView run(List<String> words) throws RefusedException {
        rereading.run(words);
        return settled();
    }

    @Override
    public List<String> runnable() throws RefusedException {
        return rereading.runnable();
    }

    @Override
    public TerminalLine terminal(InstanceId instance) throws RefusedException {
        if (!fleet.fleet().instance(instance).isAlive()) {
            throw new RefusedException("nothing of " + instance.label() + " runs");
        }
        return fleet.terminal(instance).map(OwnTerminal::new).orElseThrow(() -> new RefusedException(
                instance.label() + " runs on no terminal; 'tty: true' in brummer.yaml gives it one"));
    }

    private FleetView decided(Event event) {
        fleet.post(event);
        return settled();
    }

    /** The fleet once all is decided that was asked for so far. */
    private FleetView settled() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        fleet.soon(() -> done.complete(null));
        // A loop that has ended decides nothing any more.
        CompletableFuture.anyOf(done, fleet.end().toCompletableFuture()).join();
        return fleet();
    }

    @Override
    public void stop(String reason) {
        fleet.stop(reason);
    }

    @Override
    public void kill(String reason) {
        fleet.kill(reason);
    }

    @Override
    public StreamView view() {
        return fleet.view();
    }

    @Override
    public LiveJournal history() {
        return fleet.history();
    }

    @Override
    public CompletionStage<SessionEnd> end() {
        return fleet.end();
    }
}
