package dev.brummer.insight.name;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.text.Suggestion;
import dev.brummer.insight.scan.Scan;
import dev.brummer.logs.query.LinePrefix;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which service a name stands for. The exact name of a service always does; otherwise case, spaces, hyphens,
 * underscores, a plural s and a trailing {@code service} do not matter, and all names of all services are equal. Safe
 * for use by several threads.
 */
public final class NameBook {
    private final Map<ServiceId, Set<String>> names;
    private final Map<String, Set<ServiceId>> byPlainName = new HashMap<>();
    private final LearnedNames learned = new LearnedNames();

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
        if (names.containsKey(service)) {
            learned.learn(service, bytes, offset, length);
        }
    }

    /** The service that {@code name} stands for. */
    public Named find(String name) {
        Set<ServiceId> meant = meant(name);
        return switch (meant.size()) {
            case 0 -> new Named.Unknown(near(name));
            case 1 -> new Named.Service(meant.iterator().next());
            default -> new Named.Ambiguous(List.copyOf(meant));
        };
    }

    /** The same where it is one service; looks for no name that is near. */
    public Optional<ServiceId> exactly(String name) {
        Set<ServiceId> meant = meant(name);
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    private Set<ServiceId> meant(String name) {
        if (ServiceId.isValid(name) && names.containsKey(new ServiceId(name))) {
            return Set.of(new ServiceId(name));
        }
        String plain = PlainName.of(name);
        if (plain.isEmpty()) {
            return Set.of();
        }
        Set<ServiceId> meant = new TreeSet<>(byPlainName.getOrDefault(plain, Set.of()));
        for (ServiceId service : names.keySet()) {
            for (String known : learned.of(service)) {
                if (PlainName.of(known).equals(plain)) {
                    meant.add(service);
                }
            }
        }
        return meant;
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
        LinePrefix prefix = LinePrefix.find(bytes, Scan.skipBlank(bytes, from, to), to);
        if (prefix == null) {
            return Optional.empty();
        }
        String name = prefix.name(bytes);
        return exactly(name).or(() -> exactly(LinePrefix.unnumbered(name)));
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
