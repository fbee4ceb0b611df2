package dev.brummer.cli;

import dev.brummer.runtime.Groundwork;
import dev.brummer.runtime.SessionStarter;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.server.ControlDoors;
import jakarta.inject.Provider;

/**
 * Puts {@code brum up} together by hand: the first service would wait for an injector. What it needs later, or perhaps
 * never, is wired like everything else (decision 0028).
 */
final class UpAssembly {
    private final Groundwork groundwork;
    private final Wiring wiring;

    /** @param wiring asked for what {@code up} does not begin with */
    UpAssembly(Groundwork groundwork, Wiring wiring) {
        this.groundwork = groundwork;
        this.wiring = wiring;
    }

    /** Something that is made at its first use. */
    @FunctionalInterface
    interface Wiring {
        <T> T get(Class<T> type);
    }

    UpCommand up(LoadedProject project, PluginCatalog plugins, Terminal terminal) {
        SessionStarter starter = groundwork.starter(plugins, terminal, ControlDoors.onLoopback());
        return new UpCommand(
                project,
                starter,
                terminal,
                new SignalTraps(),
                later(Prompts.class),
                later(Detaching.class),
                later(Joining.class),
                later(ScriptsCommand.class),
                groundwork.time());
    }

    private <T> Provider<T> later(Class<T> type) {
        return () -> wiring.get(type);
    }
}
