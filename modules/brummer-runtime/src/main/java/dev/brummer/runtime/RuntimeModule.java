package dev.brummer.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import dev.brummer.core.engine.Engine;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.FreePorts;
import dev.brummer.process.ProcessEngine;
import dev.brummer.runtime.plugins.PluginCatalog;

/** What a session is made of. The host console and the caller's limits come from whoever owns the terminal. */
public final class RuntimeModule extends AbstractModule {
    private final Provider<PluginCatalog> plugins;
    private final CallerLimits limits;

    /** @param plugins asked for late, since they are looked for while this is wired */
    public RuntimeModule(Provider<PluginCatalog> plugins, CallerLimits limits) {
        this.plugins = plugins;
        this.limits = limits;
    }

    @Override
    protected void configure() {
        bind(CallerLimits.class).toInstance(limits);
        bind(SystemTime.class).toInstance(new SystemTime());
        bind(FreePorts.class).toInstance(FreePorts.ofThisMachine());
        bind(PluginCatalog.class).toProvider(plugins);
        bind(SessionStarter.class).in(Scopes.SINGLETON);
        bind(Engine.class).toProvider(() -> ProcessEngine.ofThisMachine(limits)).in(Scopes.SINGLETON);
    }
}
