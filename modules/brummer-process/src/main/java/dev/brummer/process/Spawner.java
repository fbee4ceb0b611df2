package dev.brummer.process;

import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.engine.StreamMode;
import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.CommandLine;
import dev.brummer.spi.StreamName;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** Makes the first process of a run, with what it reads and writes. Safe for use by several threads. */
final class Spawner {
    private static final File NOTHING = new File("/dev/null");

    private final Platform platform;
    private final CallerLimits limits;
    private final FleetMarker marker;
    private final BiConsumer<Run, Exit> ended;
    private final AtomicLong serial = new AtomicLong();

    /** @param ended told when the JDK has waited for the first process of a run */
    Spawner(Platform platform, CallerLimits limits, FleetMarker marker, BiConsumer<Run, Exit> ended) {
        this.platform = platform;
        this.limits = limits;
        this.marker = marker;
        this.ended = ended;
    }

    /** @throws IOException if that could not be done; nothing is left of it then */
    Run spawn(StartOrder order, RunObserver observer) throws IOException {
        List<ChildStream> streams = new ArrayList<>(2);
        boolean spawned = false;
        try {
            Run run = spawn(order, observer, streams);
            spawned = true;
            return run;
        } finally {
            if (!spawned) {
                closeAll(streams);
            }
        }
    }

    private Run spawn(StartOrder order, RunObserver observer, List<ChildStream> streams) throws IOException {
        // No switch: the JVM builds each at run time, and the first process waits for that.
        if (order.streams() == StreamMode.TERMINAL) {
            return onTerminal(order, observer, streams);
        }
        return order.streams() == StreamMode.INHERITED
                ? inForeground(order, observer)
                : withPipes(order, observer, streams);
    }

    private Run withPipes(StartOrder order, RunObserver observer, List<ChildStream> streams) throws IOException {
        ChildPipe output = platform.pipe();
        streams.add(output);
        ChildPipe errors = platform.pipe();
        streams.add(errors);
        long number = serial.incrementAndGet();
        // Holding the process keeps its stdin open: a silent pipe that never ends.
        ProcessBuilder builder = builder(order, platform.newSession(), number)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.target()))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.target()));
        return started(builder, order, observer, streams, number);
    }

    /** The JDK could open the terminal for the child, but would make it control this process where nothing else does. */
    private Run onTerminal(StartOrder order, RunObserver observer, List<ChildStream> streams) throws IOException {
        PseudoTerminal terminal = platform.terminal();
        streams.add(terminal);
        long number = serial.incrementAndGet();
        ProcessBuilder builder = builder(order, platform.newSession(terminal), number)
                .redirectInput(NOTHING)
                .redirectOutput(NOTHING)
                .redirectError(NOTHING);
        return started(builder, order, observer, streams, number);
    }

    /** In a session of its own it could neither read from this process's terminal nor get its signals. */
    private Run inForeground(StartOrder order, RunObserver observer) throws IOException {
        long number = serial.incrementAndGet();
        return started(builder(order, List.of(), number).inheritIO(), order, observer, List.of(), number);
    }

    private ProcessBuilder builder(StartOrder order, List<String> session, long number) {
        ProcessBuilder builder = new ProcessBuilder(words(order.command(), session, marker.limit(number)))
                .directory(order.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(order.environment());
        builder.environment().put(marker.variable(order.instance().label(), number), "1");
        return builder;
    }

    /** A shell that sets limits and becomes the command. */
    private List<String> words(CommandLine command, List<String> session, long limit) {
        List<String> words = new ArrayList<>(session);
        String before = limits.statement() + platform.limitStatement(limit);
        words.addAll(List.of("/bin/sh", "-c", before + "exec \"$@\"", "sh"));
        switch (command) {
            case CommandLine.Shell(var line) -> words.addAll(List.of("/bin/sh", "-c", line));
            case CommandLine.Words(var own) -> words.addAll(own);
        }
        return words;
    }

    private Run started(
            ProcessBuilder builder, StartOrder order, RunObserver observer, List<ChildStream> streams, long number)
            throws IOException {
        Process process = builder.start();
        try {
            return run(process, order, observer, streams, number);
        } catch (RuntimeException | Error e) {
            // Most likely the system allows no more threads. Who asked for it is told that nothing of it runs.
            process.destroyForcibly();
            throw e;
        }
    }

    private Run run(Process process, StartOrder order, RunObserver observer, List<ChildStream> streams, long number) {
        String label = order.instance().label();
        String variable = marker.variable(label, number);
        Run run = new Run(process.pid(), label, variable, marker.limit(number), observer, streams, new RunReaders());
        // Before the watch may see its end: the last lines are waited for by waiting for these.
        String name = label + "#" + order.run();
        if (!streams.isEmpty()) {
            run.readers().read(name + " out", observer, StreamName.STDOUT, streams.getFirst());
        }
        if (streams.size() > 1) {
            run.readers().read(name + " err", observer, StreamName.STDERR, streams.get(1));
        }
        order.input().ifPresent(text -> give(process, text));
        process.onExit().thenAccept(over -> ended.accept(run, new Exit(over.exitValue())));
        return run;
    }

    private static void give(Process process, String text) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended, or closed its input, without reading: nobody misses it.
            return;
        }
    }

    private static void closeAll(List<ChildStream> streams) {
        for (ChildStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new IllegalStateException("closing a stream of a run", e);
            }
        }
    }

    /** Why a process could not be made, for a person. */
    static String reason(IOException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("it could not be started");
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("error=24") || lower.contains("too many open files")) {
            return PosixCalls.NO_HANDLES;
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
}
