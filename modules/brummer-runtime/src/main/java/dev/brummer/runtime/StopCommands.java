package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.engine.RunObserver;
import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.supervision.Action;
import dev.brummer.core.supervision.Event;
import dev.brummer.core.supervision.Exit;
import dev.brummer.logs.Journal;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.StreamName;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs the services' own ways to be stopped, and posts how that ends. What they write is the service's. */
final class StopCommands {
    private final Engine engine;
    private final Supplier<Setup> setup;
    private final Journal journal;
    private final BugReports bugs;
    private final RunOutput output;
    private final Consumer<Event> post;
    private final Executor workers;
    private final Map<InstanceId, Running> running = new ConcurrentHashMap<>();

    StopCommands(
            Engine engine,
            Supplier<Setup> setup,
            Journal journal,
            BugReports bugs,
            Consumer<Event> post,
            Executor workers) {
        this.engine = engine;
        this.setup = setup;
        this.journal = journal;
        this.bugs = bugs;
        this.output = new RunOutput(journal, bugs);
        this.post = post;
        this.workers = workers;
    }

    /** To be called by the loop's thread. */
    void run(Action.RunStopCommand stop) {
        // What held when it was decided: by the time it is carried out something else may hold.
        RunOrders orders = setup.get().orders();
        Running command = new Running(stop);
        running.put(stop.instance(), command);
        workers.execute(() -> command.start(orders));
    }

    /** To be called by the loop's thread. */
    void kill(Action.KillStopCommand kill) {
        Optional.ofNullable(running.get(kill.instance())).ifPresent(command -> workers.execute(command::kill));
    }

    /** One of them. */
    private final class Running implements RunObserver {
        private final Action.RunStopCommand stop;
        private Optional<Engine.RunHandle> handle = Optional.empty();
        private boolean killed;
        private volatile Exit exit = new Exit(0);

        Running(Action.RunStopCommand stop) {
            this.stop = stop;
        }

        void start(RunOrders orders) {
            try {
                started(engine.start(orders.stopOrder(stop.instance(), stop.run()), this));
            } catch (StartFailedException e) {
                ended(Optional.of("could not be run: " + e.getMessage()));
            } catch (RuntimeException | Error e) {
                // Else the fleet would wait forever for an end that never comes.
                bugs.broke(Doing.of(stop), e);
                ended(Optional.of("could not be run: " + Undone.reason(e)));
            }
        }

        private synchronized void started(Engine.RunHandle run) {
            handle = Optional.of(run);
            if (killed) {
                engine.kill(run);
            }
        }

        /** May come before it has started. */
        void kill() {
            if (!bugs.done("killing the stop command of " + stop.instance().label(), this::killNow)) {
                ended(Optional.of("could not be killed"));
            }
        }

        private synchronized void killNow() {
            killed = true;
            handle.ifPresent(engine::kill);
        }

        private synchronized boolean isKilled() {
            return killed;
        }

        @Override
        public void output(StreamName stream, ReadableByteChannel bytes) throws IOException {
            output.keep(stop.instance(), 0, stream, bytes);
        }

        @Override
        public void exited(Exit how, boolean treeGone) {
            exit = how;
            if (treeGone) {
                treeGone();
            }
        }

        @Override
        public void treeGone() {
            ended(exit.code() == 0 ? Optional.empty() : Optional.of("ended with " + exit.words()));
        }

        private void ended(Optional<String> trouble) {
            boolean ignored = running.remove(stop.instance(), this);
            if (!isKilled()) {
                trouble.ifPresent(what -> warn("the stop_command of " + stop.instance().label() + " " + what));
            }
            post.accept(new Event.StopCommandEnded(stop.instance(), stop.run(), trouble));
        }

        private void warn(String text) {
            long ignored = journal.notice(Level.WARN, text);
        }
    }
}
