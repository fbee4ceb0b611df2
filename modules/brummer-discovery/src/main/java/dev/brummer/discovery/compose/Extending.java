package dev.brummer.discovery.compose;

import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.foreign.Merging;
import dev.brummer.discovery.sketch.Leftover;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays services over those that they extend, in the same file or in others. */
final class Extending {
    private static final String EXTENDS = "extends";
    private static final int LONGEST = 50;

    private final Mapping own;
    private final Path folder;
    private final Variables variables;
    private final Function<Path, @Nullable Mapping> files;
    private final List<Leftover> leftovers;
    private final Map<Path, Optional<Mapping>> read = new HashMap<>();

    /**
     * @param own the services of the project itself
     * @param folder the project's, which paths are relative to
     * @param files reads the services of another file
     */
    Extending(
            Mapping own,
            Path folder,
            Variables variables,
            Function<Path, @Nullable Mapping> files,
            List<Leftover> leftovers) {
        this.own = own;
        this.folder = folder;
        this.variables = variables;
        this.files = files;
        this.leftovers = leftovers;
    }

    /** Services of one file, by which a chain goes on. */
    private record Origin(Mapping services, Path folder) {}

    /** A service of the project with all that it extends. */
    Mapping whole(String name) {
        return whole(new Origin(own, folder), name, new LinkedHashSet<>());
    }

    private Mapping whole(Origin origin, String name, Set<String> chain) {
        Entry entry = origin.services().entry(name);
        if (entry == null || !(entry.value() instanceof Mapping service)) {
            return Mapping.empty(origin.services().span());
        }
        Entry base = service.entry(EXTENDS);
        if (base == null) {
            return service;
        }
        Mapping rest = service.without(List.of(EXTENDS));
        if (chain.size() == LONGEST) {
            return left(rest, base.key().span(), "'" + name + "' is the end of too long a chain of 'extends'");
        }
        if (!chain.add(origin.folder() + "\n" + name)) {
            return left(Mapping.empty(base.key().span()), base.key().span(), "'" + name + "' extends itself in the end");
        }
        return over(base.value(), origin, rest, chain);
    }

    private Mapping over(Node base, Origin origin, Mapping rest, Set<String> chain) {
        String name = base instanceof Mapping map ? text(map, "service") : text(base);
        String file = base instanceof Mapping map ? text(map, "file") : "";
        Optional<Origin> there = file.isEmpty() ? Optional.of(origin) : other(origin.folder(), file);
        if (there.isEmpty()) {
            return left(rest, base.span(), "the file '" + file + "' that it extends cannot be read");
        }
        if (there.get().services().entry(name) == null) {
            return left(rest, base.span(), "there is no service '" + name + "' that it could extend");
        }
        Mapping whole = whole(there.get(), name, chain);
        Mapping moved = file.isEmpty() ? whole : Moved.between(origin.folder(), there.get().folder(), whole);
        return Merging.service(moved, rest);
    }

    private Optional<Origin> other(Path from, String file) {
        Path path;
        try {
            path = from.resolve(file).normalize();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
        Path parent = path.getParent();
        return read.computeIfAbsent(path, unread -> Optional.ofNullable(files.apply(unread)))
                .map(services -> new Origin(services, parent == null ? from : parent));
    }

    private Mapping left(Mapping rest, Span at, String why) {
        leftovers.add(new Leftover(at, why, ""));
        return rest;
    }

    private String text(Mapping map, String key) {
        Node value = map.value(key);
        return value == null ? "" : text(value);
    }

    private String text(Node node) {
        return node instanceof Scalar scalar && !scalar.isNull() ? variables.resolve(scalar.text()).orElse("") : "";
    }
}
