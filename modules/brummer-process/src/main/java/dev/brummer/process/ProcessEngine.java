package dev.brummer.process;

import dev.brummer.core.engine.Connection;
import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.EngineTrouble;
import dev.brummer.core.engine.Machine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.engine.Usage;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.Answer;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Runs services as processes of this machine, each run in a session and process group of its own. */
public final class ProcessEngine implements Engine {
    private final Platform platform;
    private final CallerLimits limits;
    private final PortTable ports;
    private final UsageTable usages;
    private final FleetMarker marker = FleetMarker.fresh();
    private final AtomicLong serial = new AtomicLong();
    private final CompletableFuture<Opened> opened = new CompletableFuture<>();

    /** What there is once a fleet has been begun. */
    private record Opened(FleetRecord record, TreeWatch watch) {}

    /** @throws UnsupportedSystemException if services cannot be run here */
    public static ProcessEngine ofThisMachine(CallerLimits limits) {
        return new ProcessEngine(Platform.current(), limits);
    }

    ProcessEngine(Platform platform, CallerLimits limits) {
        this.platform = platform;
        this.limits = limits;
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
        FleetRecord record = FleetRecord.begin(platform, stateFolder, marker, longestGrace, trouble);
        opened.complete(new Opened(record, new TreeWatch(platform, marker, record, trouble)));
        return ended;
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
        List<ChildPipe> pipes = new ArrayList<>(2);
        try {
            ports.requireFree(order.instance().label(), order.ports(), watch()::owner);
            // The pipes are made under the watch's lock too: what one start has made sure of, another one would take.
            return watch().add(() -> {
                pipes.add(platform.pipe());
                pipes.add(platform.pipe());
                return spawn(order, observer, pipes);
            });
        } catch (IOException e) {
            closeAll(pipes);
            throw new StartFailedException(reason(e), e);
        }
    }

    private Run spawn(StartOrder order, RunObserver observer, List<ChildPipe> pipes) throws IOException {
        long number = serial.incrementAndGet();
        ProcessBuilder builder = new ProcessBuilder(words(order.command(), marker.limit(number)))
                .directory(order.folder().toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(pipes.get(0).target()))
                .redirectError(ProcessBuilder.Redirect.appendTo(pipes.get(1).target()));
        builder.environment().clear();
        builder.environment().putAll(order.environment());
        builder.environment().put(marker.variable(order.instance().label(), number), "1");
        Process process = builder.start();
        try {
            return run(process, order, observer, pipes, number);
        } catch (RuntimeException | Error e) {
            // Most likely the system allows no more threads. Who asked for it is told that nothing of it runs.
            process.destroyForcibly();
            throw e;
        }
    }

    private Run run(Process process, StartOrder order, RunObserver observer, List<ChildPipe> pipes, long number) {
        String label = order.instance().label();
        String variable = marker.variable(label, number);
        Run run = new Run(process.pid(), label, variable, marker.limit(number), observer, pipes, new RunReaders());
        // Before the watch may see its end: the last lines are waited for by waiting for these.
        String name = label + "#" + order.run();
        run.readers().read(name + " out", observer, StreamName.STDOUT, pipes.get(0));
        run.readers().read(name + " err", observer, StreamName.STDERR, pipes.get(1));
        // Holding the process keeps its stdin open: a silent pipe that never ends.
        process.onExit().thenAccept(ended -> watch().leaderExited(run, new Exit(ended.exitValue())));
        return run;
    }

    /** A shell that sets limits and becomes the command. */
    private List<String> words(CommandLine command, long limit) {
        List<String> words = new ArrayList<>(platform.newSession());
        String before = limits.statement() + platform.limitStatement(limit);
        words.addAll(List.of("/bin/sh", "-c", before + "exec \"$@\"", "sh"));
        switch (command) {
            case CommandLine.Shell(var line) -> words.addAll(List.of("/bin/sh", "-c", line));
            case CommandLine.Words(var own) -> words.addAll(own);
        }
        return words;
    }

    private static void closeAll(List<ChildPipe> pipes) {
        for (ChildPipe pipe : pipes) {
            try {
                pipe.close();
            } catch (IOException e) {
                throw new IllegalStateException("closing a pipe", e);
            }
        }
    }

    private static String reason(IOException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("it could not be started");
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("error=24") || lower.contains("too many open files")) {
            return "no file handles are left; raise the limit with 'ulimit -n'";
        }
        if (lower.contains("spawn helper")) {
            // Its own words are eight lines of guesses. It has to open its libraries, so it lacks handles first.
            return "the JDK's spawn helper could not run: most likely no file handles are left; raise the limit with"
                    + " 'ulimit -n', or start brum again if its JDK has just been replaced";
        }
        if (lower.contains("error=7")) {
            return "command line and environment are too long for this system";
        }
        if (lower.contains("error=11") || lower.contains("error=12")) {
            return "the system allows no more processes or memory; see 'ulimit -u' and what else runs";
        }
        return message;
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
