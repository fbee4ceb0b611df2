package dev.brummer.config;

import dev.brummer.config.LoadResult.Faulty;
import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a project's files into a folder and loads it. */
public final class Projects {
    private final Path folder;
    private ConfigLoader loader = TestPlugins.loader();
    private final List<String> profiles = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final Map<String, String> caller = new HashMap<>();
    private final Map<String, String> overrides = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>();

    private Projects(Path folder) {
        this.folder = folder;
    }

    public static Projects in(Path folder) {
        return new Projects(folder);
    }

    /** The root of the repository. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("brummer.yaml.example"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not within the repository");
        }
        return folder;
    }

    public Projects file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return this;
    }

    public Projects yaml(String text) {
        return file("brummer.yaml", text);
    }

    public Projects profile(String value) {
        profiles.add(value);
        return this;
    }

    public Projects with(String file) {
        files.add(Path.of(file));
        return this;
    }

    public Projects caller(String name, String value) {
        caller.put(name, value);
        return this;
    }

    public Projects override(String name, String value) {
        overrides.put(name, value);
        return this;
    }

    public Projects named(String service) {
        named.add(service);
        return this;
    }

    /** Loads it with the plugins that come with Brummer, not those of the tests. */
    public Projects bundled() {
        loader = BundledPlugins.loader();
        return this;
    }

    public LoadRequest request() {
        return new LoadRequest(folder, files, profiles, caller, overrides, named);
    }

    public LoadResult result() {
        return loader.load(request());
    }

    public Loaded loaded() {
        return loaded(result());
    }

    public static Loaded loaded(LoadResult result) {
        return switch (result) {
            case Loaded loaded -> loaded;
            case Faulty(var faults) -> throw new AssertionError("\n" + DiagnosticRenderer.plain().render(faults));
        };
    }

    public Project project() {
        return loaded().project();
    }

    public ServiceSpec service(String name) {
        return project().service(new ServiceId(name));
    }

    /** What is said of it, as a person reads it. */
    public String said() {
        return DiagnosticRenderer.plain().render(switch (result()) {
            case Loaded loaded -> loaded.warnings();
            case Faulty faulty -> faulty.faults();
        });
    }
}
