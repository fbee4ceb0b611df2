package dev.brummer.discovery;

import dev.brummer.config.FoundProject;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.ProjectFinder;
import dev.brummer.config.source.Faults;
import dev.brummer.discovery.procfile.ProcfileSource;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import java.util.List;
import java.util.Optional;

/** Finds out what a folder without a {@code brummer.yaml} runs. Immutable, and safe for several threads. */
public final class Discovery implements ProjectFinder {
    @Override
    public Optional<FoundProject> find(LoadRequest request, Faults faults) {
        for (Source source : sources()) {
            Optional<Sketch> sketch = source.read(request, faults);
            if (sketch.isPresent()) {
                for (Leftover leftover : sketch.get().leftovers()) {
                    faults.warning("left-out", leftover.what(), leftover.at(), leftover.instead());
                }
                return sketch.map(Sketch::found);
            }
        }
        return Optional.empty();
    }

    /** In the order in which they are asked: the first one that has something to say is believed. */
    private static List<Source> sources() {
        return List.of(new ProcfileSource());
    }
}
