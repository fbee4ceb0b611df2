package dev.brummer.server;

import static dev.brummer.core.TestServices.service;
import static dev.brummer.core.TestServices.task;

import dev.brummer.api.AlertView;
import dev.brummer.api.AlertsView;
import dev.brummer.api.Cause;
import dev.brummer.api.CheckView;
import dev.brummer.api.ConnectionView;
import dev.brummer.api.EnvironmentView;
import dev.brummer.api.FleetConnections;
import dev.brummer.api.FleetUsage;
import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.InstanceHealth;
import dev.brummer.api.InstanceView;
import dev.brummer.api.MemoryTrend;
import dev.brummer.api.ProjectView;
import dev.brummer.api.RefusedException;
import dev.brummer.api.ReloadView;
import dev.brummer.api.ServiceView;
import dev.brummer.api.SessionEnd;
import dev.brummer.api.StreamView;
import dev.brummer.api.TerminalLine;
import dev.brummer.api.UnfinishedView;
import dev.brummer.api.UsageView;
import dev.brummer.api.VariableView;
import dev.brummer.api.Why;
import dev.brummer.api.WhyView;
import dev.brummer.core.TestServices;
import dev.brummer.core.model.Project;
import dev.brummer.insight.level.LevelFinder;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.logs.JournalTrouble;
import dev.brummer.runtime.OwnedSession;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session that does nothing but keep a journal and remember what it was asked for. */
final class PretendedSession implements OwnedSession, AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T15:04:05.123456Z");
    static final InstanceId WEB = InstanceId.only(new ServiceId("web"));
    static final InstanceId SECOND_WORKER = new InstanceId(new ServiceId("worker"), 2);

    final List<String> did = new CopyOnWriteArrayList<>();
    final Journal journal;
    private final LiveJournal history;
    private final Path folder;

    PretendedSession(Path folder) throws IOException {
        this.folder = folder;
        this.journal = Journal.create(
                folder.resolve("journal"), JournalSettings.keeping(1 << 26, 1), () -> NOW, new LevelFinder(), new NoTrouble());
        Project project = TestServices.project(service("web"), task("seed"), service("worker"));
        this.history = new LiveJournal(() -> project, journal, () -> NOW);
    }

    private record NoTrouble() implements JournalTrouble {
        @Override
        public void storingStopped(Path file, IOException cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void storingResumed() {}
    }

    /** Lets an instance write lines. */
    void write(InstanceId instance, String... lines) {
        journal.stream(instance, 1, StreamName.STDOUT)
                .write(ByteBuffer.wrap((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets an instance write numbered lines: {@code line 0}, {@code line 1} and so on. */
    void writeMany(int count) {
        for (int from = 0; from < count; from += 1000) {
            List<String> lines = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + 1000); i++) {
                lines.add("line " + i);
            }
            write(WEB, lines.toArray(String[]::new));
        }
    }

    private FleetView done(String what, Set<InstanceId> instances) {
        did.add(what + " " + instances.stream().map(InstanceId::label).toList());
        return fleet();
    }

    @Override
    public ProjectView project() {
        var web = new ServiceView(WEB.service(), Optional.of("core"), false, true, folder, List.of("Web"), List.of(), 1);
        return new ProjectView("shop", folder, List.of("staging"), List.of("core"), Map.of("all", List.of(new ServiceId("web"))), 4711, NOW, List.of(web),
                Map.of("web", "f00d"));
    }

    @Override
    public FleetView fleet() {
        return new FleetView("shop", 7, false, List.of(
                new InstanceView(
                        WEB, Optional.of("core"), false, true, ServiceState.READY, 2, "tcp 80 in 3 ms", Optional.of(NOW),
                        Optional.of(NOW.minusSeconds(1)), List.of(80, 81), Optional.empty()),
                new InstanceView(
                        SECOND_WORKER, Optional.empty(), true, false, ServiceState.PENDING, 0, "", Optional.empty(),
                        Optional.empty(), List.of(), Optional.empty())));
    }

    @Override
    public FleetView fleetWithUsage() {
        FleetView now = fleet();
        var usage = new UsageView(WEB, Optional.of(4711L), 3, 81_000_000, Optional.of(0.25), Optional.empty());
        List<InstanceView> using = List.of(now.instances().getFirst().using(usage), now.instances().getLast());
        return new FleetView(now.project(), now.version(), now.ending(), using);
    }

    @Override
    public UnfinishedView unfinishedAfter(long version, Duration patience) {
        did.add("unfinished after " + version + " within " + patience);
        return unfinished();
    }

    UnfinishedView unfinished() {
        return new UnfinishedView(
                8, List.of(new UnfinishedView.Line(WEB, 3, StreamName.STDERR, NOW.minusSeconds(2), "Overwrite? [y/N] ")));
    }

    @Override
    public FleetView fleetAfter(long version, Duration patience) {
        did.add("fleet after " + version + " within " + patience);
        return fleet();
    }

    @Override
    public List<InstanceId> named(List<String> words) throws RefusedException {
        for (String word : words) {
            if (!List.of("web", "worker.2", "worker#2", WEB.label(), SECOND_WORKER.label()).contains(word)) {
                throw new RefusedException("there is no service '" + word + "'");
            }
        }
        return words.stream().map(word -> word.startsWith("web") ? WEB : SECOND_WORKER).toList();
    }

    @Override
    public FleetView start(Set<InstanceId> instances) {
        return done("start", instances);
    }

    @Override
    public FleetView stop(Set<InstanceId> instances, String reason) {
        return done("stop, " + reason, instances);
    }

    @Override
    public FleetView kill(Set<InstanceId> instances, String reason) {
        return done("kill, " + reason, instances);
    }

    @Override
    public FleetView restart(Set<InstanceId> instances, boolean withDependents) {
        return done(withDependents ? "restart with dependents" : "restart", instances);
    }

    @Override
    public HealthView health(List<String> words) throws RefusedException {
        List<InstanceId> ignored = named(words);
        var took = Duration.ofNanos(12_345_000);
        var said = new CheckView.Said(
                NOW, CheckView.Verdict.DEGRADED, took, "http 200 in 12 ms", List.of());
        var check = new CheckView(
                CheckView.Purpose.HEALTH, "http /health", Optional.of(said), 0,
                Optional.of(new CheckView.Latency(took, took, took)),
                List.of(new CheckView.Asked(NOW, CheckView.Verdict.PASSING, took)));
        return new HealthView("shop", NOW, List.of(new InstanceHealth(WEB, ServiceState.READY, false, List.of(check))));
    }

    @Override
    public WhyView why(String word) throws RefusedException {
        ServiceId service = named(List.of(word)).getFirst().service();
        Cause root = new Cause.PortHeld(service, 3001, "node, pid 4711");
        Cause state = new Cause.State(
                WEB, ServiceState.FAILED, false, 2, "exit 1", Optional.of(Duration.ofSeconds(3)), Optional.of(NOW));
        Why why = new Why(state, List.of(new Why(root, List.of())));
        return new WhyView(service, NOW, Optional.empty(), why, List.of("brum logs service:web"));
    }

    @Override
    public FleetUsage usage(List<String> words) throws RefusedException {
        var trend = new MemoryTrend(12.5, Duration.ofMinutes(20), true);
        var one = new UsageView(named(words).getFirst(), Optional.of(4711L), 3, 81_000_000, Optional.of(0.25), Optional.of(trend));
        return new FleetUsage("shop", NOW, 2, 8_000_000_000L, List.of(one));
    }

    @Override
    public FleetConnections connections(List<String> words) throws RefusedException {
        var one = new ConnectionView(
                Optional.of(named(words).getFirst()), Optional.empty(), Optional.of("127.0.0.1"), 6379, Optional.of("redis"), 3);
        return new FleetConnections("shop", NOW, List.of(one));
    }

    @Override
    public EnvironmentView environment(InstanceId instance, boolean reveal) {
        var variable = new VariableView("API_KEY", reveal ? "s3cret" : "***", !reveal, "brummer.yaml:7:5");
        return new EnvironmentView(instance, folder, List.of(variable));
    }

    @Override
    public AlertsView alerts() {
        var firing = new AlertView.Firing(
                WEB, Optional.of("db"), NOW, NOW, Optional.of(NOW), "its breaker is open", Optional.of("it is closed"));
        var rule = new AlertView(
                "breakers", "breaker open for 30s", List.of(WEB.service()), List.of("stream"), 1, List.of(firing));
        return new AlertsView("shop", NOW, List.of(rule));
    }

    @Override
    public ReloadView reload(boolean dryRun) {
        did.add(dryRun ? "reload, dry" : "reload");
        return new ReloadView(
                List.of(WEB.service()), List.of(), Map.of("web", List.of("command")), Map.of(), true, false, List.of("sinks"), "web");
    }

    @Override
    public FleetView join(Set<ServiceId> services) {
        did.add("join " + services);
        return fleet();
    }

    @Override
    public FleetView run(List<String> words) {
        did.add("run " + words);
        return fleet();
    }

    @Override
    public List<String> runnable() {
        return List.of("web", "dev");
    }

    @Override
    public void signal(Set<InstanceId> instances, String signal) throws RefusedException {
        if (!signal.equals("HUP")) {
            throw new RefusedException("there is no signal '" + signal + "'");
        }
        FleetView ignored = done("signal " + signal, instances);
    }

    @Override
    public TerminalLine terminal(InstanceId instance) throws RefusedException {
        throw new RefusedException(instance.label() + " does not run on a terminal");
    }

    @Override
    public void stop(String reason) {
        did.add("stop everything, " + reason);
    }

    @Override
    public void kill(String reason) {
        did.add("kill everything, " + reason);
    }

    @Override
    public StreamView view() {
        throw new UnsupportedOperationException("nobody draws it");
    }

    @Override
    public LiveJournal history() {
        return history;
    }

    @Override
    public CompletionStage<SessionEnd> end() {
        return new CompletableFuture<>();
    }

    @Override
    public void close() throws IOException {
        history.close();
        journal.close();
    }
}
