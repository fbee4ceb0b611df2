package dev.brummer.config;

import dev.brummer.config.source.Faults;
import java.util.Optional;

/** Finds out what a folder holds that has no {@code brummer.yaml}. */
@FunctionalInterface
public interface ProjectFinder {
    /**
     * Looks into the folder of a request.
     *
     * @param faults told what was not understood, as warnings, and what is wrong, as errors
     * @return empty where there is nothing that could be run
     */
    Optional<FoundProject> find(LoadRequest request, Faults faults);
}
