package dev.brummer.discovery.foreign;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.YamlReader;
import java.nio.file.Path;
import java.util.Optional;

/** Reads YAML of other tools. */
public final class ForeignYaml {
    private ForeignYaml() {}

    /**
     * The map that a file holds.
     *
     * @param request its folder is what the file is relative to, and what people read its name relative to
     * @param faults told what is not right
     * @return empty where it cannot be read, or holds something else
     */
    public static Optional<Mapping> read(LoadRequest request, Path file, Faults faults) {
        Path path = request.folder().resolve(file).normalize();
        boolean inside = path.startsWith(request.folder());
        Path name = inside ? request.folder().relativize(path) : path;
        SourceFile source = TextFile.read(path, name.toString(), faults);
        return source != null && YamlReader.readForeign(source, faults) instanceof Mapping root
                ? Optional.of(root)
                : Optional.empty();
    }
}
