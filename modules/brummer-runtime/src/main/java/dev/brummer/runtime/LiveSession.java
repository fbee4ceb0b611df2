package dev.brummer.runtime;

import dev.brummer.api.AlertsView;
import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.InstanceView;
import dev.brummer.api.ProjectView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.ReloadView;
import dev.brummer.api.SessionEnd;
import dev.brummer.api.StreamView;
import dev.brummer.api.TerminalLine;
import dev.brummer.api.WhyView;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.core.supervision.Instance;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.runtime.history.Start;
import dev.brummer.runtime.history.Starts;
import dev.brummer.runtime.why.WhyReader;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** A fleet of this process, as its clients see it. */
final class LiveSession implements OwnedSession {
    private final FleetSession fleet;
    private final Engine engine;
    private final Rereading rereading;
    private final SystemTime time;
    private final Instant began;

    LiveSession(FleetSession fleet, Engine engine, ProjectSource source, SystemTime time) {
        this.fleet = fleet;
        this.engine = engine;
        this.rereading = new Rereading(source, fleet);
        this.time = time;
        this.began = time.instant();
    }

    @Override
    public ProjectView project() {
        return ProjectViews.of(fleet.setup().project(), fleet.fleet(), began);
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

    private InstanceView view(Fleet now, Instance instance) {
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
                fleet.setup().ports().of(id));
    }

    @Override
    public FleetView fleetAfter(long version, Duration patience) throws InterruptedException {
        fleet.changes().await(version, patience);
        return fleet();
    }

    @Override
    public List<InstanceId> named(List<String> words) throws RefusedException {
        return new FleetNames(fleet.setup().project(), fleet.fleet()).named(words);
    }

    @Override
    public HealthView health(List<String> words) throws RefusedException {
        List<InstanceHealth> instances = named(words).stream().map(this::health).toList();
        return new HealthView(fleet.setup().project().name(), time.instant(), instances);
    }

    InstanceHealth health(InstanceId id) {
        Fleet now = fleet.fleet();
        return fleet.answers().of(now.instance(id), now.spec(id), fleet.setup().ports().of(id));
    }

    @Override
    public WhyView why(String word) throws RefusedException {
        List<ServiceId> services =
                named(List.of(word)).stream().map(InstanceId::service).distinct().toList();
        if (services.size() != 1) {
            throw new RefusedException("'" + word + "' stands for several services: "
                    + services.stream().map(ServiceId::name).collect(Collectors.joining(", ")));
        }
        Project project = fleet.setup().project();
        try {
            Start start = Starts.ofThisProcess(project.folder().resolve(".brummer"));
            return WhyReader.now(
                            start, project, new LivePresent(this, fleet, engine), services.getFirst(), time.instant())
                    .orElseThrow(() -> new IllegalStateException(services + " is not in the fleet"));
        } catch (IOException e) {
            throw new RefusedException("the journal cannot be read: " + e.getMessage());
        }
    }

    @Override
    public AlertsView alerts() {
        return fleet.alerting().view();
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
