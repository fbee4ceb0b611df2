package dev.brummer.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import dev.brummer.core.engine.Engine;
import dev.brummer.process.CallerLimits;
import dev.brummer.process.FreePorts;
import dev.brummer.runtime.plugins.PluginCatalog;

/** What a session is made of. The host console and the caller's limits come from whoever owns the terminal. */
public final class RuntimeModule extends AbstractModule {
    private final Provider<PluginCatalog> plugins;
    private final Groundwork groundwork;

    /** @param plugins asked for late, since they are looked for while this is wired */
    public RuntimeModule(Provider<PluginCatalog> plugins, Groundwork groundwork) {
        this.plugins = plugins;
        this.groundwork = groundwork;
    }

    @Override
    protected void configure() {
        bind(CallerLimits.class).toInstance(groundwork.limits());
        bind(SystemTime.class).toInstance(groundwork.time());
        bind(FreePorts.class).toInstance(groundwork.ports());
        bind(Engine.class).toProvider(groundwork::engine);
        bind(PluginCatalog.class).toProvider(plugins);
        bind(SessionStarter.class).in(Scopes.SINGLETON);
    }
}
