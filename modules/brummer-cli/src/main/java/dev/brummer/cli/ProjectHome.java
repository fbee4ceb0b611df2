package dev.brummer.cli;

import dev.brummer.config.ConfigLoader;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.discovery.Discovery;
import dev.brummer.runtime.plugins.PluginSearch;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a project, and what is loaded there.
 *
 * @param request names the folder
 * @param called the folder that the command was called for: the same, or one below it that a service runs in
 */
record ProjectHome(LoadRequest request, PluginSearch plugins, ConfigLoader loader, Path called) {
    private static final String[] FILES = {"brummer.yaml", "brummer.yml"};

    /** The folder of a request itself. */
    static ProjectHome of(LoadRequest request) {
        return of(request, request.folder());
    }

    static ProjectHome of(LoadRequest request, Path called) {
        PluginSearch plugins = new PluginSearch(request.folder(), request.callerEnvironment());
        return new ProjectHome(request, plugins, new ConfigLoader(plugins::known, new Discovery()), called);
    }

    /** Whether the folder of a request is the project's, because a file says so. */
    static boolean isDeclared(LoadRequest request) {
        return !request.files().isEmpty() || declares(request.folder());
    }

    /** Whether there is a {@code brummer.yaml} in a folder. */
    static boolean declares(Path folder) {
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                return true;
            }
        }
        return false;
    }

    /** What the files say, in the profiles of {@code asked}. */
    LoadResult load(LoadRequest asked) {
        LoadResult result = loader.load(asked);
        return called.equals(request.folder()) ? result : FolderScripts.added(result, asked, called);
    }
}
