package dev.brummer.discovery.npm;

import dev.brummer.config.Choice;
import dev.brummer.config.source.Faults;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes services of the packages of a root that says nothing itself: what each is started with while one works on it. */
final class WorkspaceSketch {
    /** The scripts that start a package, the first that there is. */
    private static final List<String> STARTING = List.of("dev", "start:dev", "start");

    private final PackageFile root;
    private final PackageTool manager;
    private final Workspaces workspaces;
    private final ProgramSketches programs;
    private final Set<String> taken = new HashSet<>();

    WorkspaceSketch(PackageFile root, PackageTool manager, Workspaces workspaces, Faults faults) {
        this.root = root;
        this.manager = manager;
        this.workspaces = workspaces;
        this.programs = new ProgramSketches(root, manager, new PackageFolders(root, faults), workspaces, faults);
    }

    /**
     * All of them, in the order of their folders; empty where there is none.
     *
     * @param keys what is said at the top level
     */
    Optional<Sketch> sketch(Map<String, Said> keys) {
        List<ServiceSketch> services = new ArrayList<>();
        for (PackageFile each : workspaces.all().values()) {
            STARTING.stream()
                    .map(each.scripts()::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(script -> services.add(programs.member(id(each), script, manager.run(script.name()), each)));
        }
        if (services.isEmpty()) {
            return Optional.empty();
        }
        Set<ServiceId> all = new LinkedHashSet<>();
        services.forEach(service -> all.add(service.id()));
        Choice choice = Choice.found(Map.of(), all, Map.of());
        return Optional.of(new Sketch(root.source(), keys, List.of(), services, List.of(), choice));
    }

    private ServiceId id(PackageFile file) {
        return new ServiceId(ServiceNames.unique(ServiceNames.plain(Workspaces.shortName(file)), taken));
    }
}
