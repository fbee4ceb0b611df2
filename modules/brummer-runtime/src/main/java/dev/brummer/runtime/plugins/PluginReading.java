package dev.brummer.runtime.plugins;

import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.source.Severity;
import dev.brummer.runtime.plugins.PluginFault.Words;
import dev.brummer.spi.SpiVersion;
import dev.brummer.spi.host.DurationText;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipException;

/** Reads one plugin that was dropped in: makes its factories and asks them what they are. For one thread. */
final class PluginReading {
    private final PluginLocation location;
    private final List<Contribution<?>> contributions = new ArrayList<>();
    private final List<PluginFault> faults = new ArrayList<>();
    private Plugin plugin;

    private PluginReading(PluginLocation location) {
        this.location = location;
        this.plugin = nameless(location);
    }

    /**
     * What a plugin brings.
     *
     * @param faults why it brings less than it names
     */
    record Found(List<Contribution<?>> contributions, List<PluginFault> faults) {}

    /**
     * Reads it on a thread of its own: what its constructors do is a stranger's affair, and may take for ever.
     *
     * @param longest after which it is left alone
     */
    static Found of(PluginLocation location, Duration longest) {
        try {
            return InTime.of("plugin " + location.name(), longest, () -> new PluginReading(location).read())
                    .orElseGet(() -> broken(location, new Words(
                            "was not made within " + DurationText.of(longest) + ", and may keep a core busy",
                            "a constructor must not wait or work; tell its author")));
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading " + location.name(), e.getCause());
        }
    }

    private static Plugin nameless(PluginLocation location) {
        return new Plugin(location.name(), "", ClassLoader.getPlatformClassLoader());
    }

    private static Found broken(PluginLocation location, Words words) {
        return new Found(List.of(), List.of(PluginFault.broken(nameless(location), words)));
    }

    private Found read() {
        try {
            JarContent content = JarContent.of(location.jars());
            plugin = new Plugin(location.name(), content.version(), loader());
            refused(content).ifPresentOrElse(
                    words -> faults.add(PluginFault.broken(plugin, words)), () -> contributions(content));
        } catch (ZipException e) {
            fault("is no jar: " + e.getMessage(), "build or copy it again, or remove it");
        } catch (IOException e) {
            fault("cannot be read: " + e.getMessage(), "make it readable, or remove it");
        } catch (IllegalArgumentException e) {
            fault("does not say which SPI it was made for: " + e.getMessage(), "mend " + SpiVersion.ATTRIBUTE
                    + " in its manifest");
        }
        return new Found(contributions, faults);
    }

    private void fault(String reason, String remedy) {
        faults.add(PluginFault.broken(plugin, new Words(reason, remedy)));
    }

    private PluginClassLoader loader() throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : location.jars()) {
            urls.add(jar.toUri().toURL());
        }
        return new PluginClassLoader(location.name(), urls);
    }

    private static Optional<Words> refused(JarContent content) {
        SpiVersion own = SpiVersion.current();
        if (content.spi().isPresent() && !own.runs(content.spi().get())) {
            return Optional.of(new Words(
                    "was made for version " + content.spi().get() + " of the SPI, and this brum has " + own,
                    "take a version of it that was made for " + own + ", or another brum"));
        }
        return content.factories().isEmpty()
                ? Optional.of(new Words(
                        "holds no plugin: it names no factory",
                        "name its factories in " + PluginKind.ALL.getFirst().serviceFile()
                                + " or the like; what a plugin needs belongs into one folder with it"))
                : Optional.empty();
    }

    private void contributions(JarContent content) {
        Thread.currentThread().setContextClassLoader(plugin.loader());
        content.factories().forEach((kind, names) -> names.forEach(name -> contribution(kind, name)));
    }

    private <F> void contribution(PluginKind<F> kind, String name) {
        try {
            F factory = made(kind, name);
            PluginDescriptor declared = Border.cross(plugin, () -> kind.describe().apply(factory));
            Optional<String> fault = Declared.fault(declared);
            if (fault.isPresent()) {
                fault(kind, String.valueOf(declared.id()), new Words(fault.get(), "tell its author"));
            } else {
                contributions.add(new Contribution<>(kind, factory, declared, plugin));
            }
        } catch (UnusableException e) {
            fault(kind, "", e.words);
        } catch (Border.Thrown e) {
            fault(kind, "", FaultWords.of(e.what()));
        } catch (IOException | InterruptedException e) {
            fault(kind, "", FaultWords.of(e));
        } catch (LinkageError e) {
            fault(kind, "", FaultWords.of(e));
        }
    }

    private void fault(PluginKind<?> kind, String id, Words words) {
        faults.add(new PluginFault(plugin, kind.noun(), id, words, Severity.WARNING));
    }

    private <F> F made(PluginKind<F> kind, String name) throws UnusableException {
        String what = kind.factory().getSimpleName();
        try {
            Class<?> type = Class.forName(name, false, plugin.loader());
            if (!kind.factory().isAssignableFrom(type)) {
                throw new UnusableException(name + " is no " + what, "let it implement " + kind.factory().getName());
            }
            return kind.factory().cast(type.getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            throw new UnusableException(
                    name + " is not in it", "put it there, or take its name out of " + kind.serviceFile());
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new UnusableException(
                    name + " cannot be made", "it must be a public class with a public constructor without parameters");
        } catch (InvocationTargetException e) {
            throw new UnusableException(FaultWords.of(e.getTargetException()));
        }
    }

    /** A factory that cannot be made. */
    private static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Words words;

        UnusableException(Words words) {
            super(words.reason());
            this.words = words;
        }

        UnusableException(String what, String remedy) {
            this(new Words("names a factory that cannot be used: " + what, remedy));
        }
    }
}
