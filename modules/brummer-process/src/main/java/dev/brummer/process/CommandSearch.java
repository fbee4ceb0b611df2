package dev.brummer.process;

import dev.brummer.core.engine.StartFailedException;
import dev.brummer.core.engine.StartOrder;
import dev.brummer.spi.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out before a start what would otherwise end in an exit code that says little. */
final class CommandSearch {
    private CommandSearch() {}

    /** @throws StartFailedException if folder or program are not there, or may not be used */
    static void check(StartOrder order) throws StartFailedException {
        if (!Files.isDirectory(order.folder())) {
            throw new StartFailedException("its folder " + order.folder() + " does not exist; check 'working_dir'");
        }
        if (!Files.isExecutable(order.folder())) {
            throw new StartFailedException("its folder " + order.folder() + " may not be entered; check its permissions");
        }
        if (order.command() instanceof CommandLine.Words(var words)) {
            find(words.getFirst(), order.folder(), order.environment());
        }
    }

    /** @throws StartFailedException if a program is not there, or may not be run */
    static void find(String program, Path folder, Map<String, String> environment) throws StartFailedException {
        List<Path> places = program.contains("/")
                ? List.of(folder.resolve(program))
                : onPath(program, environment.getOrDefault("PATH", ""), folder);
        for (Path place : places) {
            if (Files.isRegularFile(place) && Files.isExecutable(place)) {
                return;
            }
        }
        if (places.stream().anyMatch(Files::isRegularFile)) {
            throw new StartFailedException("no permission to run '" + program + "'; make it executable: chmod +x");
        }
        throw new StartFailedException(
                program.contains("/")
                        ? "command not found: " + places.getFirst()
                        : "command not found: " + program + " (is it installed, and on the PATH?)");
    }

    private static List<Path> onPath(String program, String path, Path folder) {
        List<Path> places = new ArrayList<>();
        for (String entry : path.split(":")) {
            places.add(folder.resolve(entry).resolve(program));
        }
        return places;
    }
}
