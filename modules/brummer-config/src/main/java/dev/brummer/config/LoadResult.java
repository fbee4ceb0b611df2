package dev.brummer.config;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of loading. */
public sealed interface LoadResult {
    /** What is said of it. */
    List<Diagnostic> said();

    /** The same with this said of it instead. */
    LoadResult saying(List<Diagnostic> other);

    /**
     * The project, which may be started.
     *
     * @param choice what of it may be started
     * @param warnings what was probably not meant, and notes
     * @param origins where its values were written
     */
    record Loaded(Project project, Choice choice, List<Diagnostic> warnings, Origins origins) implements LoadResult {
        /** Names that stand for several services on the command line. */
        public Map<String, List<ServiceId>> groups() {
            return choice.groups();
        }

        /** The services that the active profiles leave out, unless one is named. */
        public List<String> inactive() {
            List<String> inactive = new ArrayList<>();
            for (String name : origins.services()) {
                if (!project.services().containsKey(new ServiceId(name))) {
                    inactive.add(name);
                }
            }
            return inactive;
        }

        @Override
        public List<Diagnostic> said() {
            return warnings;
        }

        @Override
        public Loaded saying(List<Diagnostic> other) {
            return new Loaded(project, choice, other, origins);
        }

        Loaded choosing(Choice other) {
            return new Loaded(project, other.within(project.services().keySet()), warnings, origins);
        }
    }

    /**
     * Nothing that could be started.
     *
     * @param faults the errors, with warnings among them, in the order of the files and lines
     */
    record Faulty(List<Diagnostic> faults) implements LoadResult {
        @Override
        public List<Diagnostic> said() {
            return faults;
        }

        @Override
        public Faulty saying(List<Diagnostic> other) {
            return new Faulty(other);
        }
    }
}
