package dev.brummer.plugins.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A receiver that answers as it is told, and keeps what it was sent. */
final class ScriptedPost implements Post {
    final List<String> bodies = new ArrayList<>();
    Supplier<CompletableFuture<Outcome>> answer = () -> answered(new Outcome.Taken());
    Runnable onClose = () -> {};
    boolean closed;

    static CompletableFuture<Outcome> answered(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }

    void answers(Outcome outcome) {
        answer = () -> answered(outcome);
    }

    @Override
    public CompletableFuture<Outcome> send(byte[] body) {
        bodies.add(new String(body, UTF_8));
        return answer.get();
    }

    @Override
    public void close() {
        closed = true;
        onClose.run();
    }
}
