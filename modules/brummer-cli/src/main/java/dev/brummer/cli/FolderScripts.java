package dev.brummer.cli;

import dev.brummer.config.Choice;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.core.model.Dependency;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds to a project what a folder of it holds by itself, as the scripts of its {@code package.json}: services that nothing
 * starts but a word. Without a word, the services that run in the folder are meant.
 */
final class FolderScripts {
    private final Project project;
    private final ServiceId first;
    private final Map<ServiceId, ServiceId> names = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    private FolderScripts(LoadResult.Loaded above, ServiceId first) {
        this.project = above.project();
        this.first = first;
        taken.addAll(above.choice().groups().keySet());
        for (ServiceSpec service : project.services().values()) {
            taken.add(service.id().name());
            taken.addAll(service.aliases());
        }
    }

    /** The project of a result with what {@code folder} holds; where that is nothing, as it is. */
    static LoadResult added(LoadResult result, LoadRequest asked, Path folder) {
        if (!(result instanceof LoadResult.Loaded above)) {
            return result;
        }
        List<ServiceSpec> here = FolderSearch.in(folder, above);
        if (here.isEmpty()) {
            return result;
        }
        LoadRequest inside = asked.in(folder);
        LoadResult own = ProjectHome.of(inside).loader().load(inside);
        Set<ServiceId> unasked = new LinkedHashSet<>();
        here.forEach(service -> unasked.add(service.id()));
        return new FolderScripts(above, here.getFirst().id()).added(above, own, unasked);
    }

    private LoadResult.Loaded added(LoadResult.Loaded above, LoadResult own, Set<ServiceId> unasked) {
        Project whole = project;
        Map<String, List<ServiceId>> groups = new LinkedHashMap<>(above.choice().groups());
        Map<ServiceId, String> leftOut = new LinkedHashMap<>(above.choice().leftOut());
        if (own instanceof LoadResult.Loaded inner) {
            inner.project().services().keySet().forEach(id -> names.put(id, name(id.name())));
            for (ServiceSpec service : inner.project().services().values()) {
                whole = whole.withService(renamed(service));
            }
            inner.choice().groups().forEach((name, members) -> groups.putIfAbsent(name, members.stream().map(this::now).toList()));
            inner.choice().leftOut().forEach((service, why) -> leftOut.put(now(service), why));
        }
        Choice choice = new Choice(groups, Optional.of(unasked), leftOut, above.choice().isFound());
        return new LoadResult.Loaded(whole, choice, above.warnings(), above.origins());
    }

    /** A name that nobody has: its own, or one that begins with that of the service whose folder it is. */
    private ServiceId name(String own) {
        String name = own;
        for (int number = 1; !taken.add(name); number++) {
            name = first.name() + "-" + own + (number == 1 ? "" : "-" + number);
        }
        return new ServiceId(name);
    }

    private ServiceId now(ServiceId own) {
        return names.getOrDefault(own, own);
    }

    private ServiceSpec renamed(ServiceSpec service) {
        List<Dependency> dependencies = service.dependsOn().stream()
                .map(on -> new Dependency(now(on.on()), on.condition(), on.required(), on.restart()))
                .toList();
        List<String> aliases = new ArrayList<>(service.aliases());
        aliases.removeIf(alias -> !taken.add(alias));
        return service.called(now(service.id()), dependencies, aliases);
    }
}
