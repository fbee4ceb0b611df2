package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.script.Meaning;
import dev.brummer.discovery.script.MeaningReader;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import java.util.List;
import java.util.Optional;

/** Which containers a service starts in the background, by its command. */
public final class StartedContainers {
    private StartedContainers() {}

    /** By their names in the Compose file, none for all there are; empty where it starts none. */
    public static Optional<List<String>> of(ServiceSketch service) {
        return service.key("command")
                .map(Said::value)
                .filter(Scalar.class::isInstance)
                .map(line -> ((Scalar) line).text())
                .filter(line -> line.contains("compose"))
                .map(line -> new MeaningReader(List.of()).read("", line))
                .filter(Meaning.Containers.class::isInstance)
                .map(meaning -> ((Meaning.Containers) meaning).up().services());
    }
}
