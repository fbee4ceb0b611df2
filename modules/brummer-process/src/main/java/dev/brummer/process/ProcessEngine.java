package dev.brummer.process;

import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.EngineTrouble;
import dev.brummer.core.engine.Machine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.RunTerminal;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.engine.Usage;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.spi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Runs services as processes of this machine, each run in a session and process group of its own. */
public final class ProcessEngine implements Engine {
    private final Platform platform;
    private final PortTable ports;
    private final UsageTable usages;
    private final Spawner spawner;
    private final FleetMarker marker = FleetMarker.fresh();
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();

    /** What there is once a fleet has been begun. */
    private record Opened(FleetRecord record, TreeWatch watch) {}

    /** @throws UnsupportedSystemException if services cannot be run here */
    public static ProcessEngine ofThisMachine(CallerLimits limits) {
        return new ProcessEngine(Platform.current(), limits);
    }

    ProcessEngine(Platform platform, CallerLimits limits) {
        this.platform = platform;
        this.spawner = new Spawner(platform, limits, marker, (run, exit) -> watch().leaderExited(run, exit));
        this.ports = new PortTable(platform);
        this.usages = new UsageTable(platform);
    }

    /** Does ahead of time, beside other work, what the first start would otherwise wait for. */
    public static void warm() {
        new PosixCalls().warm();
    }

    @Override
    public int open(Path stateFolder, Duration longestGrace, EngineTrouble trouble) throws IOException {
        Optional<Ledger.Left> left = Ledger.left(stateFolder);
        int ended = left.isPresent() ? new Leftovers(platform, left.get()).end() : 0;
        platform.becomeReaper();
        platform.keepIgnoredSignalsFromOthers();
        FleetRecord record = FleetRecord.begin(platform, stateFolder, marker, longestGrace, trouble);
        opened.complete(new Opened(record, new TreeWatch(platform, marker, record, trouble)));
        return ended;
    }

    @Override
    public void grace(Duration longest) {
        opened.join().record().grace(longest);
    }

    @Override
    public void close() throws IOException {
        FleetRecord record = opened.join().record();
        try {
            watch().endAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            record.leaveToGuard();
            throw e;
        }
        record.close();
    }

    private TreeWatch watch() {
        return opened.join().watch();
    }

    @Override
    public RunHandle start(StartOrder order, RunObserver observer) throws StartFailedException {
        CommandSearch.check(order);
        try {
            ports.requireFree(order.instance().label(), order.ports(), watch()::owner);
            // Under the watch's lock: the handles that one start has made sure of, another one would take.
            return watch().add(() -> spawner.spawn(order, observer));
        } catch (IOException e) {
            throw new StartFailedException(Spawner.reason(e), e);
        }
    }

    @Override
    public void signal(Map<RunHandle, PosixSignal> signals) {
        Map<Run, PosixSignal> own = new LinkedHashMap<>();
        signals.forEach((run, signal) -> own.put(own(run), signal));
        watch().signal(own);
    }

    @Override
    public boolean askForLastWord(RunHandle run) {
        List<Long> machines =
                watch().members(own(run)).stream().filter(platform::isJavaMachine).toList();
        machines.forEach(pid -> platform.signal(pid, PosixSignal.SIGQUIT));
        return !machines.isEmpty();
    }

    @Override
    public Map<RunHandle, Set<Integer>> openPorts(Collection<RunHandle> runs) throws IOException {
        return ports.openOf(members(runs));
    }

    @Override
    public List<Set<Integer>> portsByProcess(RunHandle run) throws IOException {
        Map<Long, Set<Long>> each = new LinkedHashMap<>();
        watch().members(own(run)).forEach(pid -> each.put(pid, Set.of(pid)));
        return List.copyOf(ports.openOf(each).values());
    }

    @Override
    public List<Connection> connections(Collection<RunHandle> runs) throws IOException {
        return ports.connections(members(runs));
    }

    private Map<RunHandle, Set<Long>> members(Collection<RunHandle> runs) {
        return new LinkedHashMap<>(watch().members(own(runs)));
    }

    @Override
    public Optional<String> holder(int port) throws IOException {
        return ports.holder(port, watch()::owner);
    }

    @Override
    public Answer listening(RunHandle run, List<Integer> claimed) throws IOException {
        if (ports.listens(claimed, () -> watch().members(own(run)))) {
            return Answer.passing("listening on " + list(claimed));
        }
        return Answer.failing(ports.firstClosed(claimed)
                .map(port -> "nobody listens on port " + port)
                .orElse("others listen on " + list(claimed)));
    }

    @Override
    public Answer listening(List<Integer> claimed) throws IOException {
        return ports.firstClosed(claimed)
                .map(port -> Answer.failing("nobody listens on port " + port))
                .orElseGet(() -> Answer.passing("listening on " + list(claimed)));
    }

    @Override
    public Map<RunHandle, Usage> usage(Collection<RunHandle> runs) throws IOException {
        return new LinkedHashMap<>(usages.of(own(runs), watch()));
    }

    @Override
    public Optional<RunTerminal> terminal(RunHandle run) {
        return own(run).terminal();
    }

    @Override
    public Machine machine() {
        return SystemLimits.machine();
    }

    private static String list(List<Integer> ports) {
        return (ports.size() == 1 ? "port " : "ports ") + String.join(", ", ports.stream().map(String::valueOf).toList());
    }

    private static List<Run> own(Collection<RunHandle> runs) {
        return runs.stream().map(ProcessEngine::own).toList();
    }

    private static Run own(RunHandle handle) {
        if (handle instanceof Run run) {
            return run;
        }
        throw new IllegalArgumentException("not a run of this engine: " + handle.describe());
    }
}
