package dev.brummer.runtime;

import dev.brummer.core.engine.Engine;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.FreePorts;
import dev.brummer.process.ProcessEngine;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.HostConsole;
import org.jspecify.annotations.Nullable;

/**
 * What stands below every session, one of each in a process. Made by hand, since the first service waits for it:
 * {@link RuntimeModule} hands it on to whatever is wired. Safe for use by several threads.
 */
public final class Groundwork {
    private final CallerLimits limits;
    private final SystemTime time = new SystemTime();
    private final FreePorts ports = FreePorts.ofThisMachine();
    private @Nullable Engine engine;

    public Groundwork(CallerLimits limits) {
        this.limits = limits;
    }

    CallerLimits limits() {
        return limits;
    }

    public SystemTime time() {
        return time;
    }

    FreePorts ports() {
        return ports;
    }

    /** Made when it is first asked for: most commands start nothing. */
    synchronized Engine engine() {
        Engine known = engine;
        if (known == null) {
            known = ProcessEngine.ofThisMachine(limits);
            engine = known;
        }
        return known;
    }

    /** What begins sessions. */
    public SessionStarter starter(PluginCatalog plugins, HostConsole console, ControlDoor door) {
        return new SessionStarter(engine(), ports, plugins, time, console, door);
    }
}
