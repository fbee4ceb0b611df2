package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.core.supervision.Fleet;
import dev.brummer.insight.level.LevelFinder;
import dev.brummer.logs.Journal;
import dev.brummer.logs.JournalSettings;
import dev.brummer.process.FreePorts;
import dev.brummer.runtime.folder.FleetLock;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.HostConsole;
import jakarta.inject.Inject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Begins sessions: takes the folder's lock, opens the journal, and lets the loop run. */
public final class SessionStarter {
    private final Engine engine;
    private final FreePorts freePorts;
    private final PluginCatalog plugins;
    private final SystemTime time;
    private final HostConsole console;
    private final ControlDoor door;

    @Inject
    SessionStarter(
            Engine engine,
            FreePorts freePorts,
            PluginCatalog plugins,
            SystemTime time,
            HostConsole console,
            ControlDoor door) {
        this.engine = engine;
        this.freePorts = freePorts;
        this.plugins = plugins;
        this.time = time;
        this.console = console;
        this.door = door;
    }

    /** The same with the stream of its sessions somewhere else than on standard output. */
    public SessionStarter on(HostConsole other) {
        return new SessionStarter(engine, freePorts, plugins, time, other, door);
    }

    /**
     * Begins to start what a reading asks for; returns at once.
     *
     * @param source reads the project again
     * @param again the command that would do it again, for hints
     * @throws SessionRefusedException if a fleet runs in this folder already, or the folder cannot be written
     */
    public OwnedSession start(
            ProjectSource.Reading.Sound reading, ProjectSource source, UpOptions options, String again)
            throws SessionRefusedException {
        Project project = reading.project();
        StageGraph graph = reading.graph();
        Path own = project.folder().resolve(".brummer");
        Opening opening = new Opening();
        try (opening) {
            FleetLock lock = opening.took(lock(own));
            OpeningDoor door = opening.took(OpeningDoor.begin(this.door, own));
            Fleet fleet = Fleet.of(graph, options.external());
            StorageTrouble trouble = new StorageTrouble();
            Journal journal = opening.took(Journal.create(
                    own.resolve("journal"), settings(project), time, new LevelFinder(), trouble));
            boolean colour = console.colour() && options.output() != UpOptions.Output.JSON;
            UnaryOperator<Project> welcome = given -> ChildColour.welcomed(given, colour);
            Setup setup = new Setup(welcome.apply(project), graph, PortBook.choose(graph, freePorts));
            CurrentSetup current = new CurrentSetup(setup);
            Discretion discretion = new Discretion(current);
            journal.wordWarnings(discretion);
            BugReports bugs = new BugReports(own, journal, time, discretion);
            FleetSession session = new FleetSession(
                    current, discretion, fleet, welcome, freePorts, options, again, engine, plugins, journal, lock, door, bugs, time);
            trouble.sayBy(session.voice());
            int left = engine.open(own, setup.longestGrace(), new EngineVoice(journal, bugs));
            LiveSession live = new LiveSession(session, engine, new Rereading(source, reading.words(), session), time);
            Optional<String> locked = door.serve(live);
            opening.succeeded();
            session.begin();
            locked.ifPresent(why -> session.voice().say("this fleet cannot be reached from other terminals: " + why));
            if (left > 0) {
                session.voice().say("ended " + left + (left == 1 ? " process" : " processes") + " that an earlier start had left");
            }
            session.open(new Sinks(current, plugins, console, options, time, session.voice()::sayInTime));
            return live;
        } catch (IOException e) {
            throw new SessionRefusedException("services cannot be supervised from " + own + ": " + e.getMessage(), e);
        }
    }

    private static JournalSettings settings(Project project) {
        return JournalSettings.keeping(project.logs().retainBytes(), project.logs().retainStarts());
    }

    /** What a start has opened so far; closed again if nothing comes of it. */
    private static final class Opening implements Closeable {
        private final Deque<Closeable> opened = new ArrayDeque<>();

        <T extends Closeable> T took(T resource) {
            opened.push(resource);
            return resource;
        }

        void succeeded() {
            opened.clear();
        }

        @Override
        public void close() throws IOException {
            for (Closeable resource : opened) {
                resource.close();
            }
        }
    }

    private static FleetLock lock(Path own) throws SessionRefusedException {
        try {
            var lock = FleetLock.acquire(own);
            if (lock.isPresent()) {
                return lock.get();
            }
            throw new FleetRunsException("this folder's services are running already, supervised by pid "
                    + FleetLock.owner(own) + "; stop them with Ctrl-C there, or: kill " + FleetLock.owner(own));
        } catch (IOException e) {
            throw new SessionRefusedException("the folder " + own + " cannot be written: " + e.getMessage(), e);
        }
    }
}
