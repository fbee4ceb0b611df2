package dev.brummer.runtime;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.WatchSpec;
import dev.brummer.core.supervision.Cause;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Exit;
import dev.brummer.core.supervision.Instance;
import dev.brummer.core.supervision.InstanceState;
import dev.brummer.core.supervision.Words;
import dev.brummer.logs.Journal;
import dev.brummer.runtime.watch.FileWatch;
import dev.brummer.runtime.watch.WatchPace;
import dev.brummer.runtime.watch.WatchPace.Verdict;
import dev.brummer.runtime.watch.WatchedFiles;
import dev.brummer.spi.Level;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Does what a service's watch says when its files change. Used by the loop's thread, but for what is told of files. */
final class ServiceWatch implements Closeable {
    private final ServiceSpec service;
    private final WatchSpec watch;
    private final EventLoop loop;
    private final FleetEffects runs;
    private final Journal journal;
    private final FileWatch files;
    private final WatchPace pace;
    // What has been told of files and not been taken yet: a storm is one task of the loop, not thousands.
    private final Set<String> told = new LinkedHashSet<>();
    private boolean closed;

    private ServiceWatch(
            ServiceSpec service, WatchSpec watch, Path project, EventLoop loop, FleetEffects runs, Journal journal) {
        this.service = service;
        this.watch = watch;
        this.loop = loop;
        this.runs = runs;
        this.journal = journal;
        this.files = new FileWatch(() -> WatchedFiles.of(service, watch, project), this::tell, this::trouble);
        this.pace = new WatchPace(watch.debounce());
    }

    /** Begins to look; returns at once. */
    static ServiceWatch begin(
            ServiceSpec service, WatchSpec watch, Path project, EventLoop loop, FleetEffects runs, Journal journal) {
        ServiceWatch made = new ServiceWatch(service, watch, project, loop, runs, journal);
        made.files.begin(service.id().name());
        return made;
    }

    private void say(Level level, String text) {
        long ignored = journal.notice(level, "watch of " + service.id() + ": " + text);
    }

    private void trouble(String why) {
        loop.soon(() -> {
            if (!closed) {
                say(Level.WARN, why);
            }
        });
    }

    private void tell(String file) {
        synchronized (told) {
            if (told.isEmpty()) {
                loop.soon(this::take);
            }
            told.add(file);
        }
    }

    private void take() {
        List<String> changed;
        synchronized (told) {
            changed = List.copyOf(told);
            told.clear();
        }
        if (!closed) {
            Duration now = loop.now();
            changed.forEach(file -> pace.changed(file, now));
            schedule();
        }
    }

    private void schedule() {
        pace.next().ifPresentOrElse(at -> loop.later(this, later(at), this::due), () -> loop.forget(this));
    }

    private Duration later(Duration at) {
        Duration wait = at.minus(loop.now());
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void due() {
        if (closed) {
            return;
        }
        switch (pace.due(loop.now())) {
            case Verdict.Wait() -> {}
            case Verdict.Act(var what) -> react(what + " changed");
            case Verdict.Pause() -> say(Level.WARN, "paused after " + WatchPace.MOST + " reactions within "
                    + Words.duration(WatchPace.WINDOW) + "; is there a file that it writes itself? add it to 'ignore'."
                    + " It goes on when no file has changed for " + Words.duration(WatchPace.WINDOW));
            case Verdict.Resume() -> say(Level.INFO, "goes on");
        }
        schedule();
    }

    private void react(String why) {
        List<Instance> instances = loop.fleet().instances().stream()
                .filter(instance -> instance.id().service().equals(service.id()) && isConcerned(instance))
                .toList();
        if (instances.isEmpty()) {
            return;
        }
        switch (watch.reaction()) {
            case WatchSpec.Reaction.Restart() -> instances.forEach(
                    instance -> loop.post(new Event.RestartAsked(instance.id(), Cause.WATCH, why)));
            case WatchSpec.Reaction.Run(var command) -> {
                pace.busy(true);
                say(Level.INFO, why + ", running its command");
                runs.command(instances.getFirst().id(), command, "the watch of " + service.id(), this::commandEnded);
            }
        }
    }

    private void commandEnded(Exit exit) {
        loop.soon(() -> {
            pace.busy(false);
            if (!closed) {
                if (exit.code() != 0) {
                    say(Level.WARN, "its command ended with " + exit.words());
                }
                schedule();
            }
        });
    }

    /** Not what a person stopped, nor what is about to start anyway. */
    private static boolean isConcerned(Instance instance) {
        return instance.stop().isEmpty() && switch (instance.state()) {
            case InstanceState.Starting _, InstanceState.Ready _, InstanceState.Unhealthy _, InstanceState.BackingOff _,
                    InstanceState.Failed _, InstanceState.Stopping _ -> true;
            case InstanceState.Pending _, InstanceState.Waiting _, InstanceState.Stopped _, InstanceState.Completed _ -> false;
        };
    }

    @Override
    public void close() throws IOException {
        closed = true;
        files.close();
    }
}
