package dev.brummer.process;

import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.StreamName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What an engine tells of a run, kept. */
final class Recorded implements RunObserver {
    private final Map<StreamName, ByteArrayOutputStream> bytes = new EnumMap<>(Map.of(
            StreamName.STDOUT, new ByteArrayOutputStream(),
            StreamName.STDERR, new ByteArrayOutputStream()));
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    @Override
    public void output(StreamName stream, ReadableByteChannel source) throws IOException {
        Channels.newInputStream(source).transferTo(bytes.get(stream));
    }

    @Override
    public void exited(Exit how, boolean treeGone) {
        told.add("exit " + how.code() + (treeGone ? ", all gone" : ", some left"));
        exit.complete(how.code());
        if (treeGone) {
            gone.complete(null);
        }
    }

    @Override
    public void treeGone() {
        told.add("all gone");
        gone.complete(null);
    }

    int exitCode() {
        return within(exit);
    }

    /** Waits until nothing is left; what it wrote is complete from then on. */
    Recorded awaitGone() {
        within(gone);
        return this;
    }

    /** Waits, but not for ever: what hangs is to fail, and joining cannot be interrupted. */
    static <T> T within(CompletableFuture<T> future) {
        return future.copy().orTimeout(10, TimeUnit.SECONDS).join();
    }

    List<String> told() {
        return told;
    }

    String output() {
        return bytes.get(StreamName.STDOUT).toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return bytes.get(StreamName.STDERR).toString(StandardCharsets.UTF_8);
    }

    /** Waits for a line of output that is a number. */
    long number(int line) {
        TestProcess.soon().until(() -> output().lines().count() > line && output().endsWith("\n"));
        return Long.parseLong(output().lines().skip(line).findFirst().orElseThrow());
    }
}
