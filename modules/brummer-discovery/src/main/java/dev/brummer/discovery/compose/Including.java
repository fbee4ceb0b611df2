package dev.brummer.discovery.compose;

import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.foreign.Values;
import dev.brummer.discovery.sketch.Leftover;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the services of files that a Compose file includes, with paths as the project's own file would have them. */
final class Including {
    static final String INCLUDE = "include";

    // Far above any project, and a bound for whoever writes files that name each other.
    private static final int MOST = 100;

    private static final Pattern ELSEWHERE = Pattern.compile("[a-z0-9+]+://.*|(git@|oci:|github\\.com/).*");

    private final Path project;
    private final Variables variables;
    private final Function<Path, Optional<Mapping>> files;
    private final List<Leftover> leftovers;
    private final Set<Path> seen = new HashSet<>();

    /** @param files reads the map that another file holds */
    Including(Path project, Variables variables, Function<Path, Optional<Mapping>> files, List<Leftover> leftovers) {
        this.project = project;
        this.variables = variables;
        this.files = files;
        this.leftovers = leftovers;
    }

    /** The services of a file of the project behind those that it includes; what stands in the file itself counts. */
    Mapping with(Mapping root, Mapping own) {
        Map<String, Entry> all = new LinkedHashMap<>(included(root, project));
        for (Entry entry : own.entries().values()) {
            Entry other = all.put(entry.key().text(), entry);
            if (other != null) {
                left(other.key(), "'" + entry.key().text() + "' stands in " + own.span().file().name() + " as well, which counts");
            }
        }
        return new Mapping(own.span(), all);
    }

    private Map<String, Entry> included(Mapping root, Path from) {
        Map<String, Entry> all = new LinkedHashMap<>();
        for (Node item : Values.items(root.value(INCLUDE))) {
            item(item, from).forEach(all::putIfAbsent);
        }
        return all;
    }

    /** What one item brings: a file, or several of which the later lie over the first. */
    private Map<String, Entry> item(Node item, Path from) {
        List<Node> paths = item instanceof Mapping map ? Values.items(map.value("path")) : List.of(item);
        List<Path> there = new ArrayList<>();
        Map<String, Entry> all = new LinkedHashMap<>();
        Mapping services = Mapping.empty(item.span());
        for (Node written : paths) {
            Optional<Path> file = written instanceof Scalar text ? path(text, from) : Optional.empty();
            Optional<Mapping> root = file.flatMap(this::read);
            if (root.isPresent()) {
                there.add(file.orElseThrow());
                services = Merging.services(services, Values.map(root.get(), "services"));
                included(root.get(), folder(file.orElseThrow())).forEach(all::putIfAbsent);
            } else if (file.filter(seen::contains).isEmpty()) {
                left(written, "the file that is included here cannot be read");
            }
        }
        if (item instanceof Mapping map && map.value("env_file") instanceof Node variablesOfItsOwn) {
            left(variablesOfItsOwn, "variables are looked up in the project's own .env alone");
        }
        if (!there.isEmpty()) {
            moved(services, base(item, there.getFirst(), from)).forEach(all::put);
        }
        return all;
    }

    /** The map of a file that was not read before. */
    private Optional<Mapping> read(Path file) {
        Optional<Mapping> root = seen.contains(file) || seen.size() == MOST || !Files.isRegularFile(file)
                ? Optional.empty()
                : files.apply(file);
        root.ifPresent(_ -> seen.add(file));
        return root;
    }

    private Map<String, Entry> moved(Mapping services, Path base) {
        Function<Path, @Nullable Mapping> others =
                file -> files.apply(file).map(root -> Values.map(root, "services")).orElse(null);
        Extending extending = new Extending(services, base, variables, others, leftovers);
        Map<String, Entry> moved = new LinkedHashMap<>();
        services.entries().forEach((name, entry) -> moved.put(name, entry.value() instanceof Mapping
                ? entry.with(Moved.between(project, base, extending.whole(name)))
                : entry));
        return moved;
    }

    private Path base(Node item, Path file, Path from) {
        Optional<Scalar> said = item instanceof Mapping map ? Values.scalar(map, "project_directory") : Optional.empty();
        return said.flatMap(text -> path(text, from)).orElseGet(() -> folder(file));
    }

    private Optional<Path> path(Scalar text, Path from) {
        String written = variables.resolve(text.text()).orElse("");
        if (written.isBlank() || ELSEWHERE.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(from.resolve(written).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private void left(Node at, String what) {
        leftovers.add(new Leftover(at.span(), what, ""));
    }
}
