package dev.brummer.runtime.history;

import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.insight.report.Links;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files that lines of a service name without saying where they are. For one thread. */
public final class SourceFiles {
    /** Below a service's folder, where sources usually are. */
    private static final List<String> ROOTS =
            List.of("", "src/main/java", "src/main/kotlin", "src/test/java", "src", "app", "lib");

    private final Optional<Project> project;
    private final Map<ServiceId, Links> links = new HashMap<>();

    /** @param project empty where it does not load: then only files with an absolute path are found */
    public SourceFiles(Optional<Project> project) {
        this.project = project;
    }

    /** The links in lines of a service. */
    public Links of(ServiceId service) {
        return links.computeIfAbsent(service, this::made);
    }

    private Links made(ServiceId service) {
        return project.<Links>map(known -> {
                    Path own = Optional.ofNullable(known.services().get(service))
                            .map(ServiceSpec::workingDir)
                            .orElse(known.folder());
                    return new Links(path -> find(path, own, known.folder()));
                })
                .orElse(Links.ABSOLUTE);
    }

    private static Optional<Path> find(String path, Path own, Path project) {
        try {
            return Stream.of(own, project)
                    .flatMap(folder -> ROOTS.stream().map(root -> folder.resolve(root).resolve(path)))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
