package dev.brummer.cli;

import dev.brummer.config.LoadResult;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.logs.query.Dialect;
import dev.brummer.logs.query.Query;
import dev.brummer.logs.query.QueryException;
import dev.brummer.runtime.SystemTime;
import dev.brummer.runtime.history.Archive;
import dev.brummer.runtime.history.Investigation;
import dev.brummer.runtime.history.StoredOutput;
import dev.brummer.runtime.plugins.PluginCatalog;
import dev.brummer.spi.HostConsole;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.SinkContext.Show;
import dev.brummer.spi.SinkContext.Shown;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the commands share that look at stored output. They work for a project that does not load, too: what it wrote
 * before may tell why.
 */
final class Histories {
    private final LoadedProject projects;
    private final PluginCatalog plugins;
    private final Terminal terminal;
    private final SystemTime time;

    @Inject
    Histories(LoadedProject projects, PluginCatalog plugins, Terminal terminal, SystemTime time) {
        this.projects = projects;
        this.plugins = plugins;
        this.terminal = terminal;
        this.time = time;
    }

    /** {@code .brummer} of the project. */
    Path own() {
        return projects.folder().resolve(".brummer");
    }

    /** The project; empty where it does not load. */
    Optional<Project> project() {
        return projects.result() instanceof LoadResult.Loaded loaded ? Optional.of(loaded.project()) : Optional.empty();
    }

    /** What is said where there is nothing to ask. */
    String nothingStarted() {
        return "brum: nothing has been started in " + projects.folder() + " yet, so there are no logs";
    }

    /** The services of the project, and others that have written something. */
    Set<ServiceId> services(Archive archive) {
        Set<ServiceId> services = new LinkedHashSet<>();
        shown(archive).forEach(shown -> services.add(shown.instance().service()));
        return services;
    }

    SystemTime time() {
        return time;
    }

    /**
     * What a query means for the output of one start.
     *
     * @throws QueryException if it names what is not there
     */
    BoundQuery bind(List<String> words, Archive archive) throws QueryException, IOException {
        return bind(words, investigation(archive));
    }

    /**
     * The same for whoever asks more than that.
     *
     * @throws QueryException if it names what is not there
     */
    BoundQuery bind(List<String> words, Investigation asked) throws QueryException {
        return Query.parse(words, Dialect.COMMAND_LINE).bind(asked.scope(time.instant(), Optional.empty()));
    }

    /** Questions about the output of one start. */
    Investigation investigation(Archive archive) throws IOException {
        Collection<ServiceSpec> services = project().map(known -> known.services().values()).orElse(List.of());
        return new Investigation(project(), archive, archive.names(services));
    }

    /**
     * Shows stored output as it was shown when it came.
     *
     * @throws IOException if the journal cannot be read
     */
    StoredOutput output(Archive archive) throws IOException {
        return output(archive, investigation(archive), terminal);
    }

    /**
     * Shows stored output on another console.
     *
     * @param asked of the same archive
     */
    StoredOutput output(Archive archive, Investigation asked, HostConsole console) {
        return new StoredOutput(
                kind -> plugins.sink(kind).factory(), console, projects.folder(), asked.names(), shown(archive), time);
    }

    /** Whose output an archive may hold, in the order of the file. */
    List<Shown> shown(Archive archive) {
        Set<InstanceId> instances = new LinkedHashSet<>();
        project().ifPresent(project -> project.services().values().forEach(service -> instances.addAll(copies(service))));
        instances.addAll(archive.reader().instances().stream().sorted().toList());
        List<Shown> shown = new ArrayList<>();
        instances.forEach(instance -> shown.add(new Shown(instance, "", Show.ALL)));
        return shown;
    }

    private static List<InstanceId> copies(ServiceSpec service) {
        ServiceId id = service.id();
        if (service.scale() == 1) {
            return List.of(InstanceId.only(id));
        }
        List<InstanceId> copies = new ArrayList<>();
        for (int index = 1; index <= service.scale(); index++) {
            copies.add(new InstanceId(id, index));
        }
        return copies;
    }
}
