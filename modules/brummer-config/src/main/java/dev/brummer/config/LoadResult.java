package dev.brummer.config;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.core.model.Project;
import dev.brummer.spi.ServiceId;
import java.util.List;
import java.util.Map;

/** What came of loading. */
public sealed interface LoadResult {
    /**
     * The project, which may be started.
     *
     * @param groups names that stand for several services on the command line; a file declares none
     * @param warnings what was probably not meant, and notes
     * @param origins where its values were written
     */
    record Loaded(
            Project project, Map<String, List<ServiceId>> groups, List<Diagnostic> warnings, Origins origins)
            implements LoadResult {}

    /**
     * Nothing that could be started.
     *
     * @param faults the errors, with warnings among them, in the order of the files and lines
     */
    record Faulty(List<Diagnostic> faults) implements LoadResult {}
}
