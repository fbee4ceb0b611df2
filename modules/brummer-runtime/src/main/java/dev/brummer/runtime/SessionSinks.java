package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.process.DaemonThreads;
import dev.brummer.runtime.history.LiveJournal;
import dev.brummer.runtime.plugins.PluginGuard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The sinks of a session from the moment they are opened. One that is lost is told, and the fleet runs on without it. */
final class SessionSinks implements SinkPump.Listener {
    private final Journal journal;
    private final LiveJournal history;
    private final SessionView view;
    private final PluginGuard guard;
    private final SessionVoice voice;
    private final Consumer<String> stop;
    private final BugReports bugs;
    private final SystemTime time;
    private final List<SinkPump> pumps = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> open = new CompletableFuture<>();

    /** @param stop ends the session, for a reason: what it shows cannot be written, or nobody reads it any more */
    SessionSinks(
            Journal journal,
            LiveJournal history,
            SessionView view,
            PluginGuard guard,
            SessionVoice voice,
            Consumer<String> stop,
            BugReports bugs,
            SystemTime time) {
        this.journal = journal;
        this.history = history;
        this.view = view;
        this.guard = guard;
        this.voice = voice;
        this.stop = stop;
        this.bugs = bugs;
        this.time = time;
    }

    /**
     * Opens them beside the first start.
     *
     * @param after done when that is over, however it went, and before anybody is told that they are open
     */
    void open(Sinks sinks, Runnable after) {
        DaemonThreads.start("sinks", () -> {
            try {
                for (Sinks.Planned plan : sinks.planned()) {
                    open(plan);
                }
            } catch (RuntimeException | Error e) {
                bugs.broke("opening the sinks", e);
            } finally {
                after.run();
                open.complete(null);
            }
        });
    }

    private void open(Sinks.Planned plan) {
        SinkPump pump = new SinkPump(
                plan, journal, new StreamLens(history.past(), time, history::attribution), history.attribution(), guard, this);
        pumps.add(pump);
        if (plan.standardOutput()) {
            view.drawnBy(pump::focus);
        }
        pump.start();
    }

    @Override
    public void broken(Sinks.Planned plan, String why) {
        if (plan.standardOutput()) {
            stop.accept(why);
        } else {
            voice.sayInTime("sink " + plan.id() + " cannot write any more: " + why);
        }
    }

    @Override
    public void unopened(Sinks.Planned plan, String why) {
        voice.sayInTime("sink " + plan.id() + " could not be opened: " + why);
    }

    /** Completes when they have been opened, as far as they could be. */
    CompletableFuture<Void> opened() {
        return open;
    }

    /** Complete once {@link #opened} is. */
    List<SinkPump> pumps() {
        return pumps;
    }
}
