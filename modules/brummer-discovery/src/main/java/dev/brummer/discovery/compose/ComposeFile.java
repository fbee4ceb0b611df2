package dev.brummer.discovery.compose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Compose file together with those that lie over it. Immutable. */
public final class ComposeFile {
    /** How the engine's own Compose is called. */
    static final String COMMAND = "docker compose";

    private static final List<String> NAMES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");

    private final List<Path> paths;
    private final SourceFile source;
    private final Map<String, ComposeService> services;
    private final List<Leftover> leftovers;
    private final Variables variables;
    private final Map<String, Said> keys;

    ComposeFile(
            List<Path> paths,
            SourceFile source,
            Map<String, ComposeService> services,
            List<Leftover> leftovers,
            Variables variables,
            Map<String, Said> keys) {
        this.paths = List.copyOf(paths);
        this.source = source;
        this.services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        this.leftovers = List.copyOf(leftovers);
        this.variables = variables;
        this.keys = Map.copyOf(keys);
    }

    /** The file that Compose would find in the folder of a request, with its override file. */
    public static Optional<ComposeFile> find(LoadRequest request, Faults faults) {
        List<Path> found = found(request.folder());
        return found.isEmpty() ? Optional.empty() : read(request, found, faults);
    }

    /**
     * Reads one file, and lays others over it, as Compose's option {@code -f} does.
     *
     * @param request its folder is what the files are relative to
     * @param faults told what is not right; none of it is an error, for the files are another tool's
     * @return empty where one cannot be read, or the first is no Compose file
     */
    public static Optional<ComposeFile> read(LoadRequest request, List<Path> files, Faults faults) {
        Faults own = new Faults();
        Optional<ComposeFile> read = new ComposeReader(request, files, own).read();
        faults.addSoftened(own);
        return read;
    }

    private static List<Path> found(Path folder) {
        Optional<Path> main = first(folder, NAMES.stream());
        Optional<Path> over = first(folder, NAMES.stream().map(name -> name.replaceFirst("\\.", ".override.")));
        return main.isEmpty() ? List.of() : Stream.concat(main.stream(), over.stream()).toList();
    }

    private static Optional<Path> first(Path folder, Stream<String> names) {
        return names.map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * The ports of this machine at which services are published, in the order of the names.
     *
     * @param names what stands behind {@code docker compose up}; empty for all services that are in no profile
     */
    public List<PortMapping> published(Collection<String> names) {
        List<PortMapping> published = new ArrayList<>();
        for (ComposeService service : services.values()) {
            boolean meant = names.isEmpty() ? service.profiles().isEmpty() : names.contains(service.name());
            if (meant) {
                service.ports().stream().filter(port -> port.host().isPresent()).forEach(published::add);
            }
        }
        return published;
    }

    /** The names of the services, in the order of the file. */
    public List<String> names() {
        return List.copyOf(services.keySet());
    }

    /** The first of its files. */
    SourceFile source() {
        return source;
    }

    /** What the paths in it are relative to. */
    Path folder() {
        Path parent = paths.getFirst().getParent();
        return parent == null ? paths.getFirst() : parent;
    }

    /** The command that has Compose work on it, for somebody in {@code from}. */
    String command(Path from) {
        StringBuilder command = new StringBuilder(COMMAND);
        if (!paths.equals(found(from))) {
            paths.forEach(path -> command.append(" -f ").append(from.relativize(path)));
        }
        return command.toString();
    }

    Map<String, ComposeService> services() {
        return services;
    }

    ComposeService service(String name) {
        ComposeService service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service '" + name + "'");
        }
        return service;
    }

    /** What was not understood. */
    List<Leftover> leftovers() {
        return leftovers;
    }

    Variables variables() {
        return variables;
    }

    /** What it says of the whole project, in the words of {@code brummer.yaml}. */
    Map<String, Said> keys() {
        return keys;
    }
}
