package dev.brummer.config;

import dev.brummer.config.keys.EnvFileKeys;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Section;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.Template;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the files that {@code env_file} names, each once. */
final class EnvFiles {
    private final Path folder;
    private final ConfigFiles files;
    private final Faults faults;
    private final Map<Path, Map<String, Located<EnvironmentValue>>> read = new HashMap<>(0);

    EnvFiles(Path folder, ConfigFiles files, Faults faults) {
        this.folder = folder;
        this.files = files;
        this.faults = faults;
    }

    /** Adds the variables of each file, in order, to those that are there. */
    void add(List<Located<Section>> entries, Map<String, Located<EnvironmentValue>> variables) {
        for (Located<Section> entry : entries) {
            String path = entry.value().get(EnvFileKeys.PATH);
            if (path != null) {
                Span at = entry.value().at(EnvFileKeys.PATH);
                variables.putAll(file(path, at, entry.value().get(EnvFileKeys.REQUIRED, true)));
            }
        }
    }

    private Map<String, Located<EnvironmentValue>> file(String written, Span at, boolean required) {
        Path path = path(written, at);
        if (path == null) {
            return Map.of();
        }
        if (!Files.exists(path)) {
            if (required) {
                faults.error("missing-env-file", "there is no env file " + files.name(path), at, "write it, or {path: "
                        + written + ", required: false}");
            }
            return Map.of();
        }
        return read.computeIfAbsent(path, this::parse);
    }

    /** Tells of every variable of each file that was read. */
    void each(BiConsumer<String, Template> told) {
        read.values().forEach(variables -> variables.forEach((name, written) -> {
            if (written.value() instanceof EnvironmentValue.Set(var template)) {
                told.accept(name, template);
            }
        }));
    }

    private Map<String, Located<EnvironmentValue>> parse(Path path) {
        SourceFile source = files.readVariables(path);
        return source == null ? Map.of() : EnvFile.parse(source, faults);
    }

    /** A path of the file made absolute, or null where the system has no such paths. */
    @Nullable Path path(String written, Span at) {
        try {
            return folder.resolve(written).normalize();
        } catch (InvalidPathException fault) {
            faults.error("bad-path", "this is no path: " + fault.getReason(), at, "");
            return null;
        }
    }
}
