package dev.brummer.runtime.why;

import dev.brummer.api.WhyView;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.Start;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells why a service is as it is, or was when a start ended. */
public final class WhyReader {
    private WhyReader() {}

    /**
     * Of a start that runs.
     *
     * @return empty where it is no service of it
     * @throws IOException if its journal cannot be read
     */
    public static Optional<WhyView> now(Start start, Project project, Present present, ServiceId service, Instant now)
            throws IOException {
        try (Archive archive = Archive.open(start)) {
            Investigation investigation = investigation(archive, Optional.of(project));
            Past past = Past.of(archive.reader());
            return new Inquiry(archive, investigation, past, present, now).about(service, Optional.empty());
        }
    }

    /**
     * Of a start that has ended.
     *
     * @param archive its journal
     * @param project empty where it does not load: then nobody knows what waited for what
     * @return empty where nothing is known of the service
     * @throws IOException if the journal cannot be read
     */
    public static Optional<WhyView> then(
            Start start, Archive archive, Optional<Project> project, ServiceId service, Instant now) throws IOException {
        Past past = Past.of(archive.reader());
        Instant end = archive.reader().end().map(known -> known.time()).or(archive.reader()::newest).orElse(now);
        Present present = new StoredPresent(past, project);
        return new Inquiry(archive, investigation(archive, project), past, present, end)
                .about(service, Optional.of(start.name()));
    }

    private static Investigation investigation(Archive archive, Optional<Project> project) throws IOException {
        Collection<ServiceSpec> services = project.map(known -> known.services().values()).orElse(List.of());
        return new Investigation(project, archive, archive.names(services));
    }
}
