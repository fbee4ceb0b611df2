package dev.brummer.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Loads {@code brummer.yaml}, or what is found instead of one, with all that belongs to it. Immutable, and safe for several threads. */
public final class ConfigLoader {
    private static final ProjectFinder NOTHING = (_, _) -> Optional.empty();

    private final Function<List<Path>, KnownPlugins> plugins;
    private final ProjectFinder finder;

    /**
     * @param checks the kinds of checks that the file may name
     * @param sinks the kinds of sinks that the file may name
     */
    public ConfigLoader(List<PluginDescriptor> checks, List<PluginDescriptor> sinks) {
        this(new KnownPlugins(checks, sinks));
    }

    private ConfigLoader(KnownPlugins known) {
        this(_ -> known);
    }

    /** @param plugins finds the plugins, given the folders that {@code plugins.paths} names; asked once a load */
    public ConfigLoader(Function<List<Path>, KnownPlugins> plugins) {
        this(plugins, NOTHING);
    }

    /**
     * @param plugins finds the plugins, given the folders that {@code plugins.paths} names; asked once a load
     * @param finder asked where there is no {@code brummer.yaml}
     */
    public ConfigLoader(Function<List<Path>, KnownPlugins> plugins, ProjectFinder finder) {
        this.plugins = plugins;
        this.finder = finder;
    }

    /** Loads a project. A fault of the user's is part of the result and never an exception. */
    public LoadResult load(LoadRequest request) {
        return new Load(request, plugins, finder).run();
    }
}
