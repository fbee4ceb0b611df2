package dev.brummer.runtime;

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
import dev.brummer.core.supervision.Exit;
import dev.brummer.process.DaemonThreads;
import dev.brummer.spi.Answer;
import dev.brummer.spi.StreamName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An engine whose runs write one line, and end when they are told to; it breaks where a test wants it to. */
class ImaginedEngine implements Engine {
    final List<String> did = new CopyOnWriteArrayList<>();
    private final Map<String, ImaginedRun> runs = new ConcurrentHashMap<>();
    private final Set<String> unstartable = ConcurrentHashMap.newKeySet();
    private volatile String cannotOpen = "";
    private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();

    /** What starting this service fails with. */
    ImaginedEngine cannotStart(String label) {
        unstartable.add(label);
        return this;
    }

    /** What opening it fails with; empty for that it can be opened. */
    ImaginedEngine cannotOpen(String why) {
        cannotOpen = why;
        return this;
    }

    /** A method of this name breaks so many times by a fault of its own. */
    ImaginedEngine breaks(String method, int times) {
        faults.put(method, new AtomicInteger(times));
        return this;
    }

    private void breakIfDue(String method) {
        if (faults.containsKey(method) && faults.get(method).getAndDecrement() > 0) {
            throw new IllegalStateException("a bug in " + method);
        }
    }

    /** The run's leader ends, and nothing of it is left. */
    void exit(String label, int code) {
        runs.get(label).end(code);
    }

    @Override
    public int open(Path stateFolder, Duration longestGrace, EngineTrouble trouble) throws IOException {
        did.add("open, grace " + longestGrace.toSeconds());
        if (!cannotOpen.isEmpty()) {
            throw new IOException(cannotOpen);
        }
        breakIfDue("open");
        return 0;
    }

    @Override
    public void grace(Duration longest) {
        did.add("grace " + longest.toSeconds());
    }

    @Override
    public void close() {
        did.add("close");
        breakIfDue("close");
    }

    @Override
    public RunHandle start(StartOrder order, RunObserver observer) throws StartFailedException {
        breakIfDue("start");
        String label = order.instance().label();
        if (unstartable.contains(label)) {
            throw new StartFailedException("command not found: " + label, "is it installed?");
        }
        did.add("start " + label);
        var run = new ImaginedRun(label, observer);
        runs.put(label, run);
        run.write("hello from " + label);
        return run;
    }

    @Override
    public void signal(Map<RunHandle, PosixSignal> signals) {
        signals.forEach((run, signal) -> {
            boolean kill = signal == PosixSignal.SIGKILL;
            did.add((kill ? "kill" : signal) + " " + run.describe());
            breakIfDue(kill ? "kill" : "signal");
            exit(run.describe(), kill ? 137 : 143);
        });
    }

    @Override
    public boolean askForLastWord(RunHandle run) {
        breakIfDue("askForLastWord");
        return false;
    }

    @Override
    public Map<RunHandle, Set<Integer>> openPorts(Collection<RunHandle> asked) {
        return Map.of();
    }

    @Override
    public List<Set<Integer>> portsByProcess(RunHandle run) {
        return List.of();
    }

    @Override
    public List<Connection> connections(Collection<RunHandle> asked) {
        return List.of();
    }

    @Override
    public Map<RunHandle, Usage> usage(Collection<RunHandle> asked) {
        return asked.stream().collect(Collectors.toMap(run -> run, _ -> Usage.NOTHING));
    }

    @Override
    public Optional<RunTerminal> terminal(RunHandle run) {
        return Optional.empty();
    }

    @Override
    public Machine machine() {
        return new Machine(2, 1L << 30);
    }

    @Override
    public Optional<String> holder(int port) {
        return Optional.empty();
    }

    @Override
    public Answer listening(RunHandle run, List<Integer> ports) {
        breakIfDue("listening");
        return Answer.passing("listening");
    }

    @Override
    public Answer listening(List<Integer> ports) {
        breakIfDue("listening");
        return Answer.failing("nobody listens");
    }

    private record ImaginedRun(String describe, RunObserver observer) implements RunHandle {
        void write(String line) {
            var bytes = new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                observer.output(StreamName.STDOUT, Channels.newChannel(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end(int code) {
            DaemonThreads.start("end-" + describe, () -> observer.exited(new Exit(code), true));
        }
    }
}
