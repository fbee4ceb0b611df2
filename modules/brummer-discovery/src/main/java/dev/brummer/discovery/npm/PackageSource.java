package dev.brummer.discovery.npm;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@code package.json}: scripts are services, or groups of services where they only call others; those whose names
 * are {@code start:<number>:<stage>} are stages. Scripts are run from their own text, as the package manager would run it.
 * Of a file that has workspaces and no scripts, those of its workspaces are meant.
 */
public final class PackageSource implements Source {
    /** What the file is called. */
    public static final String FILE = PackageFile.NAME;

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public Optional<Sketch> read(LoadRequest request, Faults faults) {
        return PackageFile.read(request.folder(), request.folder(), faults).flatMap(file -> sketch(request, file, faults));
    }

    private static Optional<Sketch> sketch(LoadRequest request, PackageFile file, Faults faults) {
        PackageTool manager = PackageTool.of(file);
        Workspaces workspaces = new Workspaces(file, faults);
        return file.scripts().isEmpty()
                ? new WorkspaceSketch(file, manager, workspaces, faults).sketch(keys(file))
                : Optional.of(new ScriptSketch(request, file, manager, workspaces, faults).sketch(keys(file)));
    }

    private static Map<String, Said> keys(PackageFile file) {
        Map<String, Said> keys = new LinkedHashMap<>();
        file.text("name").ifPresent(name -> keys.put("name", new Said(place(file, "name", name), "")));
        Mapping environment = environment(file);
        if (!environment.entries().isEmpty()) {
            keys.put("environment", new Said(environment, "what package managers set for scripts"));
        }
        return keys;
    }

    private static Scalar place(PackageFile file, String key, String text) {
        Entry entry = file.root().entry(key);
        Span at = entry == null ? file.source().span(0, 0) : entry.value().span();
        return new Scalar(at, ServiceSketch.forShell(text), false);
    }

    private static Mapping environment(PackageFile file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Span at = file.source().span(0, 0);
        if (file.hasDependencies() || Files.isDirectory(file.folder().resolve("node_modules"))) {
            put(entries, "PATH", new Scalar(at, BinPath.value(BinPath.of(file.folder())), false));
        }
        file.text("name").ifPresent(name -> put(entries, "npm_package_name", place(file, "name", name)));
        file.text("version").ifPresent(version -> put(entries, "npm_package_version", place(file, "version", version)));
        if (file.root().value("config") instanceof Mapping config) {
            config.entries().values().forEach(entry -> config(entry, entries));
        }
        return new Mapping(at, entries);
    }

    private static void config(Entry entry, Map<String, Entry> entries) {
        String name = entry.key().text();
        if (entry.value() instanceof Scalar value && name.matches("[A-Za-z0-9_]+")) {
            Scalar text = new Scalar(value.span(), ServiceSketch.forShell(value.text()), false);
            put(entries, "npm_package_config_" + name, text);
        }
    }

    private static void put(Map<String, Entry> entries, String name, Scalar value) {
        entries.put(name, new Entry(new Scalar(value.span(), name, true), value));
    }
}
