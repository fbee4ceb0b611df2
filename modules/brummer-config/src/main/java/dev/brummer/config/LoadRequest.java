package dev.brummer.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to load, and what the caller brings. Immutable.
 *
 * @param folder the project's folder
 * @param files instead of those that would be found in the folder; empty to find them
 * @param profiles the values of {@code --profile} as written
 * @param callerEnvironment the environment that Brummer was started with
 * @param overrides variables given with {@code --env}
 * @param named services named on the command line, which are enabled without their profile
 */
public record LoadRequest(
        Path folder,
        List<Path> files,
        List<String> profiles,
        Map<String, String> callerEnvironment,
        Map<String, String> overrides,
        Set<String> named) {
    public LoadRequest {
        folder = folder.toAbsolutePath().normalize();
        files = List.copyOf(files);
        profiles = List.copyOf(profiles);
        callerEnvironment = Map.copyOf(callerEnvironment);
        overrides = Map.copyOf(overrides);
        named = Set.copyOf(named);
    }

    /** The folder's own files, in the profiles that the environment says. */
    public static LoadRequest of(Path folder, Map<String, String> callerEnvironment) {
        return new LoadRequest(folder, List.of(), List.of(), callerEnvironment, Map.of(), Set.of());
    }

    /** The same for another folder. */
    public LoadRequest in(Path other) {
        return new LoadRequest(other, files, profiles, callerEnvironment, overrides, named);
    }

    /** The same with further names, which are enabled without their profile as well. */
    public LoadRequest naming(List<String> further) {
        if (further.isEmpty()) {
            return this;
        }
        Set<String> all = new HashSet<>(named);
        all.addAll(further);
        return new LoadRequest(folder, files, profiles, callerEnvironment, overrides, all);
    }

    /** The same with these profiles instead. */
    public LoadRequest withProfiles(List<String> other) {
        return new LoadRequest(folder, files, other, callerEnvironment, overrides, named);
    }
}
