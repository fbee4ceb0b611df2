package dev.brummer.runtime;

import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;

/** Reads a project again, as it was read when its session began. May be called by any thread. */
@FunctionalInterface
public interface ProjectSource {
    /** Reads it, and chooses the services that were asked for. */
    Reading read();

    /** What came of reading it. */
    sealed interface Reading {
        /** @param graph the services that were asked for */
        record Sound(Project project, StageGraph graph) implements Reading {}

        /** @param why for a person, with the places; may be many lines */
        record Faulty(String why) implements Reading {}
    }
}
