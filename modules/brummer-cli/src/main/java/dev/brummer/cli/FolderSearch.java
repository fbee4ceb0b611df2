package dev.brummer.cli;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.config.ProfileNames;
import dev.brummer.core.model.ServiceSpec;
import dev.brummer.discovery.Discovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Finds the project of a folder without a {@code brummer.yaml}: the one above of which a service runs in the folder, else
 * what the folder holds itself, else the one above.
 */
final class FolderSearch {
    private final Predicate<Path> trusted;
    private final Consumer<String> say;

    /** @param say told, in a sentence, by what is gone where that is not plain to see */
    FolderSearch(Consumer<String> say) {
        this(FolderSearch::isTrusted, say);
    }

    /** @param trusted whether a file is one of the user's own, or of the system's */
    FolderSearch(Predicate<Path> trusted, Consumer<String> say) {
        this.trusted = trusted;
        this.say = say;
    }

    private static boolean isTrusted(Path file) {
        try {
            String owner = Files.getOwner(file).getName();
            return owner.equals(System.getProperty("user.name")) || owner.equals("root");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    ProjectHome home(LoadRequest request) {
        Optional<Path> above = above(request.folder());
        if (above.isEmpty()) {
            return ProjectHome.of(request);
        }
        LoadRequest there = request.in(above.get());
        ProjectHome home = ProjectHome.of(there);
        LoadResult active = home.load(there);
        List<String> services = services(active, request.folder());
        if (!services.isEmpty()) {
            say.accept(where(request, services, file(above.get())));
            return ProjectHome.of(there, request.folder());
        }
        Optional<ProjectHome> named = active instanceof LoadResult.Loaded loaded
                ? inProfile(request, home, there, loaded, file(above.get()))
                : Optional.empty();
        if (named.isPresent()) {
            return named.get();
        }
        if (Discovery.knows(request)) {
            return ProjectHome.of(request);
        }
        say.accept("going by " + file(above.get()));
        return home;
    }

    private static String where(LoadRequest request, List<String> services, Path file) {
        return request.folder() + " is where " + String.join(" and ", services) + " of " + file
                + (services.size() == 1 ? " runs" : " run");
    }

    /**
     * The project with a service of the folder that belongs to a profile which is not active: being in its folder names
     * it, and naming a service enables it. One that only the profile's own part declares needs the profile.
     */
    private Optional<ProjectHome> inProfile(
            LoadRequest request, ProjectHome home, LoadRequest there, LoadResult.Loaded active, Path file) {
        for (String profile : ProfileNames.of(active)) {
            List<String> services = services(home.load(there.withProfiles(List.of(profile))), request.folder());
            if (!services.isEmpty()) {
                LoadRequest naming = there.naming(services);
                boolean enabled = !services(home.load(naming), request.folder()).isEmpty();
                say.accept(where(request, services, file) + (enabled ? ", which belongs to profile " : " in profile ") + profile
                        + (enabled ? "" : " alone: --profile " + profile + " means that"));
                return enabled ? Optional.of(ProjectHome.of(naming, request.folder())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static List<String> services(LoadResult above, Path folder) {
        return above instanceof LoadResult.Loaded loaded
                ? in(folder, loaded).stream().map(service -> service.id().name()).toList()
                : List.of();
    }

    /** The services that run in a folder. */
    static List<ServiceSpec> in(Path folder, LoadResult.Loaded loaded) {
        Path real = real(folder);
        return loaded.project().services().values().stream()
                .filter(service -> real(service.workingDir()).equals(real))
                .toList();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException absent) {
            return folder;
        }
    }

    /** The nearest folder above that has a {@code brummer.yaml} of somebody who may be trusted. */
    private Optional<Path> above(Path folder) {
        for (Path at = folder.getParent(); at != null; at = at.getParent()) {
            if (ProjectHome.declares(at)) {
                if (trusted.test(file(at))) {
                    return Optional.of(at);
                }
                say.accept(file(at) + " is somebody else's, and is passed over");
            }
        }
        return Optional.empty();
    }

    private static Path file(Path folder) {
        Path yaml = folder.resolve("brummer.yaml");
        return Files.exists(yaml) ? yaml : folder.resolve("brummer.yml");
    }
}
