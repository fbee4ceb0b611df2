package dev.brummer.discovery.npm;

import dev.brummer.config.source.Faults;
import dev.brummer.discovery.script.ScriptText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The packages in other folders that scripts of the root package go to. For one thread. */
final class PackageFolders {
    private static final int DEEPEST = 3;

    private final PackageFile root;
    private final Faults faults;
    private final Map<Path, Optional<PackageFile>> known = new HashMap<>();

    PackageFolders(PackageFile root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    /** The folder of a path as it was written; empty where it is none. */
    Optional<Path> folder(String written) {
        return folder(root.folder(), written);
    }

    private static Optional<Path> folder(Path from, String written) {
        try {
            return Optional.of(from.resolve(written).normalize());
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** The package of a folder. What is wrong with its file is a warning: the project is another. */
    Optional<PackageFile> in(Path folder) {
        return known.computeIfAbsent(folder, unread -> {
            Faults own = new Faults();
            Optional<PackageFile> read = PackageFile.read(unread, root.folder(), own);
            faults.addSoftened(own);
            return read;
        });
    }

    /** The scripts of a package as a shell runs them: calls are left to the manager where that can read the file. */
    ScriptText scripts(PackageFile file) {
        return scripts(file, DEEPEST);
    }

    private ScriptText scripts(PackageFile file, int depth) {
        return new ScriptText(
                file.texts(),
                written -> depth == 0
                        ? Optional.empty()
                        : folder(file.folder(), written)
                                .flatMap(this::in)
                                .filter(there -> !there.strict())
                                .map(there -> scripts(there, depth - 1)),
                !file.strict());
    }
}
