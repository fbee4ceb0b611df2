package dev.brummer.discovery.processcompose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.discovery.foreign.ForeignYaml;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file of process-compose: that of the folder, with the one that lies over it, or one that was named. */
public final class ProcessComposeSource implements Source {
    // It takes those of Compose too; what is in them tells one from the other.
    private static final List<String> NAMES =
            List.of("process-compose.yaml", "process-compose.yml", "compose.yaml", "compose.yml");

    private static final List<String> OVERRIDES = List.of(
            "process-compose.override.yaml", "process-compose.override.yml", "compose.override.yaml",
            "compose.override.yml");

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
        Optional<Path> found = file.or(() -> first(request, NAMES));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Faults own = new Faults();
        Optional<Mapping> root = ForeignYaml.read(request, found.get(), own);
        if (root.isPresent() && root.get().entry(ProcessSketch.PROCESSES) == null) {
            return Optional.empty();
        }
        // One that was named is meant alone, as process-compose takes it.
        Optional<Mapping> over = file.isPresent()
                ? Optional.empty()
                : first(request, OVERRIDES)
                        .flatMap(name -> ForeignYaml.read(request, name, own))
                        .filter(map -> map.entry(ProcessSketch.PROCESSES) != null);
        faults.addSoftened(own);
        return root.map(map -> over.map(high -> laid(map, high)).orElse(map))
                .map(map -> new ProcessSketch(map, request).sketch());
    }

    private static Optional<Path> first(LoadRequest request, List<String> names) {
        return names.stream().map(Path::of).filter(name -> Files.isRegularFile(request.folder().resolve(name))).findFirst();
    }

    private static Mapping laid(Mapping low, Mapping high) {
        Map<String, Entry> merged = new LinkedHashMap<>(Merging.service(low, high).entries());
        Mapping processes =
                Merging.services(Values.map(low, ProcessSketch.PROCESSES), Values.map(high, ProcessSketch.PROCESSES));
        merged.computeIfPresent(ProcessSketch.PROCESSES, (_, entry) -> entry.with(processes));
        return new Mapping(low.span(), merged);
    }
}
