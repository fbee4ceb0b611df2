package dev.brummer.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Loads {@code brummer.yaml} with all that belongs to it. Immutable, and safe for several threads. */
public final class ConfigLoader {
    private final Function<List<Path>, KnownPlugins> plugins;

    /**
     * @param checks the kinds of checks that the file may name
     * @param sinks the kinds of sinks that the file may name
     */
    public ConfigLoader(List<PluginDescriptor> checks, List<PluginDescriptor> sinks) {
        KnownPlugins known = new KnownPlugins(checks, sinks);
        this.plugins = _ -> known;
    }

    /** @param plugins finds the plugins, given the folders that {@code plugins.paths} names; asked once a load */
    public ConfigLoader(Function<List<Path>, KnownPlugins> plugins) {
        this.plugins = plugins;
    }

    /** Loads a project. A fault of the user's is part of the result and never an exception. */
    public LoadResult load(LoadRequest request) {
        return new Load(request, plugins).run();
    }
}
