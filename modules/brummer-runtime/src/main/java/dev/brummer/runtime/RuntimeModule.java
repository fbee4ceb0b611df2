package dev.brummer.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import dev.brummer.core.engine.Engine;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.FreePorts;
import dev.brummer.process.ProcessEngine;

/** What a session is made of. The host console and the caller's limits come from whoever owns the terminal. */
public final class RuntimeModule extends AbstractModule {
    private final PluginCatalog plugins;
    private final CallerLimits limits;

    /** @param plugins found already, since the configuration is decoded with them while this is wired */
    public RuntimeModule(PluginCatalog plugins, CallerLimits limits) {
        this.plugins = plugins;
        this.limits = limits;
    }

    @Override
    protected void configure() {
        bind(SystemTime.class).toInstance(new SystemTime());
        bind(FreePorts.class).toInstance(FreePorts.ofThisMachine());
        bind(PluginCatalog.class).toInstance(plugins);
        bind(SessionStarter.class).in(Scopes.SINGLETON);
        bind(Engine.class).toProvider(() -> ProcessEngine.ofThisMachine(limits)).in(Scopes.SINGLETON);
    }
}
