package dev.brummer.runtime.plugins;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Set;

/**
 * Loads the classes of one plugin: those of the JDK and of the SPI are everybody's, all others its own. Of Brummer and
 * its libraries it sees nothing, so that it may bring whatever version it likes of anything.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final Set<String> SHARED = Set.of("dev.brummer.spi", "dev.brummer.spi.text");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;

    PluginClassLoader(String name, List<URL> jars) {
        super(name, jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        this.host = PluginClassLoader.class.getClassLoader();
    }

    // A copy of the SPI in the plugin's jar is passed over: its factories would be no factories here.
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    private static boolean isShared(String name) {
        int end = name.lastIndexOf('.');
        return end > 0 && SHARED.contains(name.substring(0, end));
    }
}
