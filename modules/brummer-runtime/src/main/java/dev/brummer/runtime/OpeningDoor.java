package dev.brummer.runtime;

import dev.brummer.process.DaemonThreads;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A door that is being opened beside whatever else a start has to do. */
final class OpeningDoor implements Closeable {
    private final CompletableFuture<ControlDoor.Opened> opened = new CompletableFuture<>();

    /** Begins to open it. */
    static OpeningDoor begin(ControlDoor door, Path own) {
        OpeningDoor opening = new OpeningDoor();
        DaemonThreads.start("door", () -> opening.open(door, own));
        return opening;
    }

    private void open(ControlDoor door, Path own) {
        try {
            opened.complete(door.open(own));
        } catch (IOException | RuntimeException | Error e) {
            opened.completeExceptionally(e);
        }
    }

    /**
     * Waits until it is open, and serves a session.
     *
     * @return why it is not open; empty where it is
     */
    Optional<String> serve(OwnedSession session) {
        try {
            opened.join().serve(session);
            return Optional.empty();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of(String.valueOf(cause.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        if (!opened.isCompletedExceptionally()) {
            opened.join().close();
        }
    }
}
