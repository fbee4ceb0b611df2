package dev.brummer.server;

import dev.brummer.api.AlertsView;
import dev.brummer.api.EnvironmentView;
import dev.brummer.api.FleetConnections;
import dev.brummer.api.FleetUsage;
import dev.brummer.api.FleetView;
import dev.brummer.api.HealthView;
import dev.brummer.api.ProjectView;
import dev.brummer.api.ReloadView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.api.TerminalLine;
import dev.brummer.api.UnfinishedView;
import dev.brummer.api.WhyView;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A session of another process. Safe for use by several threads. */
public final class RemoteSession implements Session {
    private final Wire wire;

    private RemoteSession(Wire wire) {
        this.wire = wire;
    }

    /**
     * Finds the session of a project.
     *
     * @param own {@code .brummer} of the project
     * @param owner the pid of the process that supervises it
     * @return empty where that process does not say how to be reached, or not yet
     * @throws IOException if what it says cannot be read
     */
    public static Optional<RemoteSession> find(Path own, String owner) throws IOException {
        return ControlFile.read(own)
                .filter(file -> Long.toString(file.pid()).equals(owner))
                .map(file -> new RemoteSession(new Wire(file)));
    }

    /** Prepares for answers, beside whatever else has to be done before the first question. */
    public static void warm() {
        Json.prepare(List.of(ControlFile.class, FleetView.class));
    }

    /** The process that supervises it. */
    public long pid() {
        return wire.pid();
    }

    @Override
    public ProjectView project() throws SessionException {
        return wire.get("/v1/project", ProjectView.class);
    }

    @Override
    public FleetView fleet() throws SessionException {
        return wire.get("/v1/fleet", FleetView.class);
    }

    @Override
    public FleetView fleetWithUsage() throws SessionException {
        return wire.get("/v1/fleet?usage=true", FleetView.class);
    }

    @Override
    public FleetView fleetAfter(long version, Duration patience) throws SessionException, InterruptedException {
        return wire.get("/v1/fleet?after=" + version + "&wait=" + patience.toMillis(), FleetView.class);
    }

    @Override
    public UnfinishedView unfinishedAfter(long version, Duration patience)
            throws SessionException, InterruptedException {
        return wire.get("/v1/journal/unfinished?after=" + version + "&wait=" + patience.toMillis(), UnfinishedView.class);
    }

    @Override
    public List<InstanceId> named(List<String> words) throws SessionException {
        return wire.getList("/v1/instances" + names(words), InstanceId.class);
    }

    private static String names(List<String> words) {
        return words.stream().map(word -> "name=" + Wire.encoded(word)).collect(Collectors.joining("&", "?", ""));
    }

    @Override
    public HealthView health(List<String> words) throws SessionException {
        return wire.get("/v1/checks" + names(words), HealthView.class);
    }

    @Override
    public WhyView why(String word) throws SessionException {
        return wire.get("/v1/services/" + Wire.encoded(word).replace("+", "%20") + "/why", WhyView.class);
    }

    @Override
    public AlertsView alerts() throws SessionException {
        return wire.get("/v1/alerts", AlertsView.class);
    }

    @Override
    public FleetUsage usage(List<String> words) throws SessionException {
        return wire.get("/v1/usage" + names(words), FleetUsage.class);
    }

    @Override
    public FleetConnections connections(List<String> words) throws SessionException {
        return wire.get("/v1/connections" + names(words), FleetConnections.class);
    }

    @Override
    public EnvironmentView environment(InstanceId instance, boolean reveal) throws SessionException {
        String path = "/v1/instances/" + Wire.encoded(instance.label()) + "/environment";
        return wire.get(path + (reveal ? "?reveal=true" : ""), EnvironmentView.class);
    }

    @Override
    public FleetView start(Set<InstanceId> instances) throws SessionException {
        return act("start", instances, Map.of());
    }

    @Override
    public FleetView stop(Set<InstanceId> instances, String reason) throws SessionException {
        return act("stop", instances, Map.of("reason", reason));
    }

    @Override
    public FleetView kill(Set<InstanceId> instances, String reason) throws SessionException {
        return act("kill", instances, Map.of("reason", reason));
    }

    @Override
    public FleetView restart(Set<InstanceId> instances, boolean withDependents) throws SessionException {
        return act("restart", instances, Map.of("withDependents", withDependents));
    }

    @Override
    public void signal(Set<InstanceId> instances, String signal) throws SessionException {
        FleetView ignored = act("signal", instances, Map.of("signal", signal));
    }

    @Override
    public ReloadView reload(boolean dryRun) throws SessionException {
        return wire.post("/v1/actions/reload", Map.of("dryRun", dryRun), ReloadView.class);
    }

    @Override
    public FleetView join(Set<ServiceId> services) throws SessionException {
        List<String> names = services.stream().map(ServiceId::name).toList();
        return wire.post("/v1/actions/join", Map.of("services", names), FleetView.class);
    }

    @Override
    public FleetView run(List<String> words) throws SessionException {
        return wire.post("/v1/actions/run", Map.of("services", words), FleetView.class);
    }

    @Override
    public List<String> runnable() throws SessionException {
        return wire.getList("/v1/runnable", String.class);
    }

    @Override
    public TerminalLine terminal(InstanceId instance) throws SessionException {
        return new RemoteTerminal(wire, "/v1/instances/" + Wire.encoded(instance.label()) + "/terminal");
    }

    @Override
    public void stop(String reason) throws SessionException {
        FleetView ignored = wire.post("/v1/actions/down", Map.of("reason", reason), FleetView.class);
    }

    @Override
    public void kill(String reason) throws SessionException {
        FleetView ignored = wire.post("/v1/actions/down", Map.of("reason", reason, "now", true), FleetView.class);
    }

    private FleetView act(String action, Set<InstanceId> instances, Map<String, Object> more) throws SessionException {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.put("services", instances.stream().map(InstanceId::label).toList());
        return wire.post("/v1/actions/" + action, body, FleetView.class);
    }
}
