package dev.brummer.discovery.processcompose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.discovery.foreign.ForeignYaml;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a file of process-compose, that of the folder or one that was named. */
public final class ProcessComposeSource implements Source {
    // It takes those of Compose too; what is in them tells one from the other.
    private static final List<String> NAMES =
            List.of("process-compose.yaml", "process-compose.yml", "compose.yaml", "compose.yml");

    private final Optional<Path> file;

    /** The one of the folder. */
    public ProcessComposeSource() {
        this.file = Optional.empty();
    }

    /** A file of its own, whatever its name. */
    public ProcessComposeSource(Path file) {
        this.file = Optional.of(file);
    }

    @Override
    public String file() {
        return NAMES.getFirst();
    }

    @Override
    public Optional<Sketch> read(LoadRequest request, Faults faults) {
        Optional<Path> found = file.or(() -> NAMES.stream()
                .map(Path::of)
                .filter(name -> Files.isRegularFile(request.folder().resolve(name)))
                .findFirst());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Faults own = new Faults();
        Optional<Mapping> root = ForeignYaml.read(request, found.get(), own);
        if (root.isPresent() && root.get().entry(ProcessSketch.PROCESSES) == null) {
            return Optional.empty();
        }
        faults.addSoftened(own);
        return root.map(map -> new ProcessSketch(map, request).sketch());
    }
}
