package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files of a service's folder: few, none of them large, and none of a stranger's. For one thread. */
final class FolderFiles {
    private static final long LARGEST = 256 * 1024;
    private static final int MOST = 12;

    private final Path project;
    private final Map<Path, Optional<SourceFile>> read = new HashMap<>();

    /** @param project what people read the names of files relative to */
    FolderFiles(Path project) {
        this.project = project;
    }

    Path project() {
        return project;
    }

    /** A path that somebody has written; empty where it is none. */
    static Optional<Path> path(Path folder, String written) {
        try {
            return Optional.of(folder.resolve(written).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** The text of a file; empty where there is none, or it is not to be read. */
    Optional<SourceFile> read(Path file) {
        Optional<SourceFile> known = read.get(file);
        if (known == null) {
            known = read.size() < MOST && isModest(file) ? text(file) : Optional.empty();
            read.put(file, known);
        }
        return known;
    }

    private Optional<SourceFile> text(Path file) {
        String name = file.startsWith(project) ? project.relativize(file).toString() : file.toString();
        return Optional.ofNullable(TextFile.read(file, name, new Faults()));
    }

    private static boolean isModest(Path file) {
        try {
            boolean strange = file.toString().contains("node_modules");
            return !strange && Files.isRegularFile(file) && Files.size(file) <= LARGEST;
        } catch (IOException gone) {
            return false;
        }
    }
}
