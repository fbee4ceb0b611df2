package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.core.supervision.Exit;
import dev.brummer.spi.CheckContext.CommandResult;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps the end of what a command writes, and notices its own end. */
final class BoundedCommand implements RunObserver {
    private static final int KEPT_OUTPUT = 4096;

    private final CompletableFuture<Exit> end = new CompletableFuture<>();
    private final StringBuilder output = new StringBuilder();

    private BoundedCommand() {}

    /**
     * Runs a command and waits for its end. Whatever it leaves running is ended with it.
     *
     * @param whose what it is, for messages: {@code the check's command}
     * @throws IOException if it could not be started, or did not end in time; the message is for a person
     * @throws InterruptedException if the waiting thread was interrupted; the command is killed then
     */
    static CommandResult run(Engine engine, StartOrder order, Duration limit, String whose)
            throws IOException, InterruptedException {
        BoundedCommand command = new BoundedCommand();
        Engine.RunHandle handle = command.started(engine, order);
        try {
            Exit exit = command.end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new CommandResult(exit.code(), command.output());
        } catch (TimeoutException e) {
            throw new IOException(whose + " did not end in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a command is never exceptional", e);
        } finally {
            engine.kill(handle);
        }
    }

    private Engine.RunHandle started(Engine engine, StartOrder order) throws IOException {
        try {
            return engine.start(order, this);
        } catch (StartFailedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void output(StreamName stream, ReadableByteChannel bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(KEPT_OUTPUT);
        while (bytes.read(buffer) >= 0) {
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            synchronized (output) {
                output.append(text);
                output.delete(0, Math.max(0, output.length() - KEPT_OUTPUT));
            }
            buffer.clear();
        }
    }

    private String output() {
        synchronized (output) {
            return output.toString();
        }
    }

    @Override
    public void exited(Exit exit, boolean treeGone) {
        end.complete(exit);
    }

    @Override
    public void treeGone() {
        // Its exit has been told before.
    }
}
