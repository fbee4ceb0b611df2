package dev.brummer.runtime.watch;

import dev.brummer.core.model.ServiceSpec;
import dev.brummer.core.model.WatchSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The files that a service's watch is about. Immutable; what is on the disk is read when it is asked for. */
public final class WatchedFiles {
    private final Path folder;
    private final List<Root> roots;
    private final List<Path> missing;
    private final IgnoreRules rules;

    /**
     * A folder to watch.
     *
     * @param written as a person knows it
     * @param real without links, as the system tells of changes
     * @param only the one file in it that matters; empty for all of them, and all below
     */
    private record Root(Path written, Path real, Optional<Path> only) {}

    /** Takes what the walk of a tree meets. */
    @FunctionalInterface
    interface Visit {
        void to(Path path) throws IOException;
    }

    private WatchedFiles(Path folder, List<Root> roots, List<Path> missing, IgnoreRules rules) {
        this.folder = folder;
        this.roots = List.copyOf(roots);
        this.missing = List.copyOf(missing);
        this.rules = rules;
    }

    /** @throws IOException if a {@code .gitignore} cannot be read */
    public static WatchedFiles of(ServiceSpec service, WatchSpec watch, Path project) throws IOException {
        Path folder = service.workingDir();
        List<Root> roots = new ArrayList<>();
        List<Path> missing = new ArrayList<>();
        for (String written : watch.paths()) {
            Path path = folder.resolve(written).normalize();
            Path parent = path.getParent();
            if (Files.isDirectory(path)) {
                roots.add(new Root(path, path.toRealPath(), Optional.empty()));
            } else if (parent != null && Files.exists(path)) {
                roots.add(new Root(parent, parent.toRealPath(), Optional.of(path)));
            } else {
                missing.add(path);
            }
        }
        return new WatchedFiles(folder, roots, missing, rules(folder, project).and(folder, watch.ignore()));
    }

    /** Those of the project's folder, and of the folders from there to the service's. */
    private static IgnoreRules rules(Path folder, Path project) throws IOException {
        IgnoreRules rules = IgnoreRules.heavyFolders();
        List<Path> chain = new ArrayList<>();
        for (Path at = folder; at != null && at.startsWith(project); at = at.getParent()) {
            chain.addFirst(at);
        }
        for (Path at : chain) {
            Path file = at.resolve(".gitignore");
            if (Files.isRegularFile(file)) {
                rules = rules.and(at, Files.readAllLines(file, StandardCharsets.ISO_8859_1));
            }
        }
        return rules;
    }

    /** Paths that are not there. */
    public List<Path> missing() {
        return missing;
    }

    /** The folders to watch, as the system names them. */
    List<Path> folders() {
        return roots.stream().map(Root::real).distinct().toList();
    }

    /** How many folders the system must watch. */
    public int folderCount() throws IOException {
        AtomicInteger count = new AtomicInteger();
        for (Path root : folders()) {
            walk(root, _ -> count.incrementAndGet(), _ -> {});
        }
        return count.get();
    }

    /** What a person calls a path that the system told of; empty where it does not matter. */
    Optional<String> named(Path real, boolean directory) {
        return roots.stream().flatMap(root -> written(root, real, directory).stream()).findFirst().map(this::shown);
    }

    private String shown(Path path) {
        return path.startsWith(folder) ? folder.relativize(path).toString() : path.toString();
    }

    /** The path as it was written, if it matters for this root. */
    private Optional<Path> written(Root root, Path real, boolean directory) {
        if (!real.startsWith(root.real())) {
            return Optional.empty();
        }
        Path path = root.written().resolve(root.real().relativize(real)).normalize();
        boolean wanted = root.only().isPresent()
                ? root.only().get().equals(path)
                : !rules.ignore(root.written(), path, directory);
        return Optional.of(path).filter(_ -> wanted);
    }

    /** Whether the system must watch a folder. */
    private boolean needs(Path real) {
        return roots.stream().anyMatch(root -> root.real().equals(real)
                || (root.only().isEmpty() && written(root, real, true).isPresent()));
    }

    /** Walks a tree without following links, past what is ignored. */
    void walk(Path start, Visit folders, Visit files) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                if (!needs(path)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.to(path);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (named(path, false).isPresent()) {
                    files.to(path);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException goneOrClosed) {
                // Files come and go while a tree is walked; what may not be read cannot be watched either.
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
