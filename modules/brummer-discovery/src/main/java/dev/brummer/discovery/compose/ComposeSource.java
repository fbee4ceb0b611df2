package dev.brummer.discovery.compose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a Compose file, that of the folder or one that was named. */
public final class ComposeSource implements Source {
    private final List<Path> files;

    /** What Compose would find in the folder. */
    public ComposeSource() {
        this.files = List.of();
    }

    /** A file of its own, whatever its name. */
    public ComposeSource(Path file) {
        this.files = List.of(file);
    }

    /** Whether all that a sketch does is having Compose run containers. */
    public static boolean isOfContainersAlone(Sketch sketch) {
        return sketch.services().stream().allMatch(service -> service.key("command")
                .filter(said -> said.value() instanceof Scalar line && line.text().startsWith(ComposeFile.COMMAND))
                .isPresent());
    }

    @Override
    public String file() {
        return "compose.yaml";
    }

    @Override
    public Optional<Sketch> read(LoadRequest request, Faults faults) {
        Optional<ComposeFile> file =
                files.isEmpty() ? ComposeFile.find(request, faults) : ComposeFile.read(request, files, faults);
        return file.map(found -> new ComposeSketch(found, request).sketch());
    }
}
