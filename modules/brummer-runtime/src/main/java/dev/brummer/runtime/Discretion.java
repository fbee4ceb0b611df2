package dev.brummer.runtime;

import dev.brummer.config.secret.Redaction;
import dev.brummer.core.supervision.Event;
import dev.brummer.spi.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes the project's secrets out of whatever a session says that was made of values: why a start failed, what a check
 * was answered, what is warned of. Knows them when there is first something to say, for it takes time to find them all;
 * those of a project that was reloaded stay known, for runs live on by it. Safe for use by several threads.
 */
final class Discretion implements UnaryOperator<String> {
    private final Supplier<Setup> setup;
    private volatile @Nullable Known known;

    private record Known(Setup setup, Redaction redaction) {}

    Discretion(Supplier<Setup> setup) {
        this.setup = setup;
    }

    /** The text as anybody may read it. */
    @Override
    public String apply(String text) {
        return redaction().text(text);
    }

    /** A folder of the project as anybody may read it; where that itself is, everybody knows. */
    Path folder(Path folder) {
        Path root = setup.get().project().folder();
        return folder.startsWith(root)
                ? root.resolve(apply(root.relativize(folder).toString()))
                : Path.of(apply(folder.toString()));
    }

    /** The event with what it says as anybody may read it. */
    Event event(Event event) {
        // No type switch: the JVM builds each at run time, and the first process may wait for that.
        if (event instanceof Event.SpawnFailed(var instance, var run, var reason)) {
            return new Event.SpawnFailed(instance, run, apply(reason));
        }
        return event instanceof Event.StopCommandEnded(var instance, var run, var trouble)
                ? new Event.StopCommandEnded(instance, run, trouble.map(this))
                : event;
    }

    /** The answer with what it says as anybody may read it. */
    Answer answer(Answer answer) {
        return switch (answer) {
            case Answer.Passing(var reason, var parts) -> new Answer.Passing(apply(reason), components(parts));
            case Answer.Degraded(var reason, var parts) -> new Answer.Degraded(apply(reason), components(parts));
            case Answer.Failing(var reason, var parts) -> new Answer.Failing(apply(reason), components(parts));
            case Answer.Unknown(var reason) -> new Answer.Unknown(apply(reason));
        };
    }

    private List<Answer.Component> components(List<Answer.Component> parts) {
        return parts.stream()
                .map(part -> new Answer.Component(apply(part.name()), part.healthy(), apply(part.detail())))
                .toList();
    }

    /** To be called while a setup still holds, before another one does. */
    void remember() {
        Redaction ignored = redaction();
    }

    private Redaction redaction() {
        Known held = known;
        return held != null && held.setup() == setup.get() ? held.redaction() : found();
    }

    private synchronized Redaction found() {
        Setup now = setup.get();
        Known held = known;
        if (held != null && held.setup() == now) {
            return held.redaction();
        }
        Redaction own = Redaction.of(now.project(), now.ports().ports());
        Redaction all = held == null ? own : own.and(held.redaction());
        known = new Known(now, all);
        return all;
    }
}
