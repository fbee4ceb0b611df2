package dev.brummer.runtime;

import dev.brummer.api.RefusedException;
import dev.brummer.core.graph.StageGraph;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a project again, as it was read when its session began. May be called by any thread. */
@FunctionalInterface
public interface ProjectSource {
    /**
     * Reads it, and chooses the services that were asked for when the session began.
     *
     * @param further words that have been asked for since then: what they name is there without its profile
     */
    Reading read(List<String> further);

    /** What came of reading it. */
    sealed interface Reading {
        /**
         * @param graph the services that were asked for when the session began
         * @param words what else may be asked for
         */
        record Sound(Project project, StageGraph graph, Words words) implements Reading {}

        /** @param why for a person, with the places; may be many lines */
        record Faulty(String why) implements Reading {}
    }

    /** What words mean in one reading. */
    interface Words {
        /** Everything that may be named: services, groups of them, stages. */
        List<String> known();

        /** Names that stand for several services of the project. */
        Map<String, List<ServiceId>> groups();

        /** @throws RefusedException if one names nothing, or nothing of it can run here */
        Meant meant(List<String> words) throws RefusedException;
    }

    /**
     * What words mean.
     *
     * @param needed these services with what they wait for, as far as that can run here
     * @param notes sentences about what cannot
     */
    record Meant(Set<ServiceId> named, StageGraph needed, List<String> notes) {
        public Meant {
            named = Set.copyOf(named);
            notes = List.copyOf(notes);
        }
    }
}
