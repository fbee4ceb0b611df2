package dev.brummer.insight.name;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.text.Suggestion;
import dev.brummer.logs.query.Beginnings;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.logs.query.Sources;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which service a name stands for. The exact name of a service always does; otherwise case, spaces, hyphens,
 * underscores, a plural s and a trailing {@code service} do not matter, and all names of all services are equal. Safe
 * for use by several threads.
 */
public final class NameBook {
    private final Map<ServiceId, Set<String>> names;
    private final Map<String, Set<ServiceId>> byPlainName = new HashMap<>();
    private final LearnedNames learned = new LearnedNames();
    // Null until somebody asks, and again where a name has been learned.
    private volatile @Nullable Index index;

    /** What names mean at one moment. Immutable. */
    private static final class Index {
        private final Map<String, ServiceId> byName;
        private final Map<String, Set<ServiceId>> byPlainName;
        private final Sources sources;

        private Index(Map<String, ServiceId> byName, Map<String, Set<ServiceId>> byPlainName) {
            this.byName = byName;
            this.byPlainName = byPlainName;
            this.sources = new Sources(this::only, Beginnings.of(byPlainName.keySet()));
        }

        static Index of(Set<ServiceId> services, Map<String, Set<ServiceId>> byPlainName) {
            Map<String, ServiceId> byName = new HashMap<>();
            services.forEach(service -> byName.put(service.name(), service));
            return new Index(byName, byPlainName);
        }

        Sources sources() {
            return sources;
        }

        Set<ServiceId> meant(String name) {
            ServiceId exact = byName.get(name);
            if (exact != null) {
                return Set.of(exact);
            }
            String plain = PlainName.of(name);
            return plain.isEmpty() ? Set.of() : byPlainName.getOrDefault(plain, Set.of());
        }

        Optional<ServiceId> only(String name) {
            Set<ServiceId> meant = meant(name);
            return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
        }
    }

    /** @param names for every service what it goes by beside its own name; may be empty */
    public NameBook(Map<ServiceId, ? extends Set<String>> names) {
        Map<ServiceId, Set<String>> copy = new LinkedHashMap<>();
        names.forEach((service, others) -> {
            Set<String> all = new LinkedHashSet<>(Set.of(service.name()));
            all.addAll(others);
            copy.put(service, all);
            all.forEach(name -> byPlainName.computeIfAbsent(PlainName.of(name), _ -> new TreeSet<>()).add(service));
        });
        this.names = copy;
    }

    /**
     * The book of a project: with aliases, the names of folders that are one service's alone, and of packages.
     *
     * @param packages the name in the {@code package.json} of a folder, where there is one
     */
    public static NameBook of(Collection<ServiceSpec> services, Function<Path, Optional<String>> packages) {
        Map<Path, Long> uses = services.stream().collect(groupingBy(ServiceSpec::workingDir, counting()));
        Map<ServiceId, Set<String>> names = new LinkedHashMap<>();
        for (ServiceSpec service : services) {
            Set<String> others = new LinkedHashSet<>(service.aliases());
            if (uses.getOrDefault(service.workingDir(), 0L) == 1) {
                others.addAll(namesOf(service.workingDir(), packages));
            }
            names.put(service.id(), others);
        }
        return new NameBook(names);
    }

    /** The same book, before it has learned anything, with services of which no more is known than their name. */
    public NameBook with(Collection<ServiceId> others) {
        Map<ServiceId, Set<String>> all = new LinkedHashMap<>(names);
        others.forEach(service -> all.putIfAbsent(service, Set.of()));
        return new NameBook(all);
    }

    private static List<String> namesOf(Path folder, Function<Path, Optional<String>> packages) {
        List<String> names = new ArrayList<>();
        Optional.ofNullable(folder.getFileName()).ifPresent(name -> names.add(name.toString()));
        packages.apply(folder).ifPresent(name -> {
            names.add(name);
            // @shop/auth is auth within the shop.
            names.add(name.substring(name.lastIndexOf('/') + 1));
        });
        return names;
    }

    /**
     * Learns the name that a service gives itself in its lines, where they are JSON objects with a member
     * {@code service}. Looks at no more of them than it takes; a service that passes on the lines of many has no name by
     * that.
     */
    public void learn(ServiceId service, byte[] bytes, int offset, int length) {
        if (names.containsKey(service) && learned.learn(service, bytes, offset, length)) {
            forgetIndex();
        }
    }

    /** The service that {@code name} stands for. */
    public Named find(String name) {
        Set<ServiceId> meant = index().meant(name);
        return switch (meant.size()) {
            case 0 -> new Named.Unknown(near(name));
            case 1 -> new Named.Service(meant.iterator().next());
            default -> new Named.Ambiguous(List.copyOf(meant));
        };
    }

    /** The same where it is one service; looks for no name that is near. */
    public Optional<ServiceId> exactly(String name) {
        return index().only(name);
    }

    /**
     * Whose unit it is: of the service that a prefix names, such as {@code auth-1  | } of Docker Compose or {@code
     * [auth] } of concurrently; else of the service that wrote it.
     */
    public ServiceId owner(Unit unit) {
        LogBatch first = unit.pieces().getFirst();
        int from = first.offset(0);
        return named(first.bytes(), from, from + first.length(0)).orElse(unit.instance().service());
    }

    /** The service that a prefix of the line at {@code bytes[from, to)} names. */
    public Optional<ServiceId> named(byte[] bytes, int from, int to) {
        return Optional.ofNullable(sources().namedBy(bytes, from, to));
    }

    /** Tells whose line it is by what stands before it, by the names that are known at this moment. */
    public Sources sources() {
        return index().sources();
    }

    private Index index() {
        Index known = index;
        return known != null ? known : newIndex();
    }

    private synchronized Index newIndex() {
        Map<String, Set<ServiceId>> all = new HashMap<>();
        byPlainName.forEach((name, services) -> all.put(name, new TreeSet<>(services)));
        names.keySet().forEach(service -> learned.of(service).forEach(
                name -> all.computeIfAbsent(PlainName.of(name), _ -> new TreeSet<>()).add(service)));
        Index made = Index.of(names.keySet(), all);
        index = made;
        return made;
    }

    private synchronized void forgetIndex() {
        index = null;
    }

    /** Whether there are not two services: then no line can be of another than the one that wrote it. */
    public boolean isOfOne() {
        return names.size() < 2;
    }

    /** All names of a service, its own first. */
    private Set<String> namesOf(ServiceId service) {
        Set<String> all = new LinkedHashSet<>(names.getOrDefault(service, Set.of()));
        all.addAll(learned.of(service));
        return all;
    }

    private Optional<String> near(String name) {
        Set<String> known = new LinkedHashSet<>();
        names.keySet().forEach(service -> known.addAll(namesOf(service)));
        return Suggestion.nearest(name, known);
    }
}
