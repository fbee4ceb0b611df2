package dev.brummer.discovery.npm;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.json.JsonDocument;
import dev.brummer.discovery.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code package.json}. Immutable.
 *
 * @param folder absolute
 * @param strict whether it is JSON to the letter, so that package managers read it
 * @param scripts by name, in the order of the file
 */
record PackageFile(Path folder, SourceFile source, Mapping root, boolean strict, Map<String, PackageScript> scripts) {
    static final String NAME = "package.json";

    PackageFile {
        scripts = Collections.unmodifiableMap(new LinkedHashMap<>(scripts));
    }

    /**
     * Reads the file of a folder.
     *
     * @param project the folder that people read its name relative to
     * @param faults told what is wrong with it
     * @return empty where there is none, or it cannot be read
     */
    static Optional<PackageFile> read(Path folder, Path project, Faults faults) {
        Path path = folder.resolve(NAME);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        String name = path.startsWith(project) ? project.relativize(path).toString() : path.toString();
        SourceFile source = TextFile.read(path, name, faults);
        JsonDocument document = source == null ? null : JsonReader.read(source, faults);
        if (source == null || document == null) {
            return Optional.empty();
        }
        if (document.root() instanceof Mapping root) {
            return Optional.of(new PackageFile(folder, source, root, document.strict(), scripts(root, faults)));
        }
        faults.error("wrong-type", name + " must be an object, not " + document.root().kind(), source.span(0, 1), "");
        return Optional.empty();
    }

    private static Map<String, PackageScript> scripts(Mapping root, Faults faults) {
        Map<String, PackageScript> scripts = new LinkedHashMap<>();
        Node written = root.value("scripts");
        if (written instanceof Mapping all) {
            for (Entry entry : all.entries().values()) {
                Scalar name = entry.key();
                if (entry.value() instanceof Scalar text && !text.plain() && !text.text().isBlank()) {
                    scripts.put(name.text(), new PackageScript(name.text(), name.span(), text));
                } else {
                    faults.warning("no-script", "the script " + name.quoted() + " is no text to run", name.span(), "");
                }
            }
        } else if (written != null && !written.isNull()) {
            faults.warning("no-script", "'scripts' must be an object, not " + written.kind(), written.span(), "");
        }
        return scripts;
    }

    /** A text of the top level. */
    Optional<String> text(String key) {
        return text(root, key);
    }

    private static Optional<String> text(Mapping map, String key) {
        return map.value(key) instanceof Scalar text && !text.isNull() && !text.text().isBlank()
                ? Optional.of(text.text())
                : Optional.empty();
    }

    /** A text of an object of the top level. */
    Optional<String> text(String key, String below) {
        return root.value(key) instanceof Mapping map ? text(map, below) : Optional.empty();
    }

    /** What workspaces it says there are: a list of patterns, or an object that holds one. */
    List<String> workspaces() {
        Node written = root.value("workspaces");
        Node list = written instanceof Mapping map ? map.value("packages") : written;
        return list instanceof Sequence patterns ? texts(patterns) : List.of();
    }

    static List<String> texts(Sequence list) {
        return list.items().stream().filter(Scalar.class::isInstance).map(item -> ((Scalar) item).text()).toList();
    }

    /** Whether it names packages that are to be installed for it. */
    boolean hasDependencies() {
        return root.value("dependencies") instanceof Mapping || root.value("devDependencies") instanceof Mapping;
    }

    /** What each script runs, by name. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        scripts.forEach((name, script) -> texts.put(name, script.text().text()));
        return texts;
    }
}
