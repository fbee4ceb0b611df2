package dev.brummer.discovery.npm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where scripts find the programs of packages, as package managers put it into PATH. */
final class BinPath {
    private BinPath() {}

    /** The folders with programs, the nearest first: that of a folder, and those above it that are there. */
    static List<Path> of(Path folder) {
        List<Path> paths = new ArrayList<>();
        for (Path at = folder; at != null; at = at.getParent()) {
            Path programs = at.resolve("node_modules/.bin");
            if (at.equals(folder) || Files.isDirectory(programs)) {
                paths.add(programs);
            }
        }
        return paths;
    }

    /** A value for PATH: these folders, then whatever is in it. */
    static String value(List<Path> folders) {
        String separator = System.getProperty("path.separator");
        return folders.stream().map(folder -> folder.toString().replace("$", "$$")).collect(Collectors.joining(separator))
                + separator + "${PATH}";
    }
}
