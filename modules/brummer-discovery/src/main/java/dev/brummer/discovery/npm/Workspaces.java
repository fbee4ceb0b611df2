package dev.brummer.discovery.npm;

import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.config.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The packages that belong to a root package, looked for when somebody asks for the first of them. For one thread. */
final class Workspaces {
    private static final String PNPM = "pnpm-workspace.yaml";

    // Far above any repository, and a bound for a link or mount that makes one endless.
    private static final int MOST_FOLDERS = 20_000;
    private static final int DEEPEST = 12;

    private final PackageFile file;
    private final Faults faults;
    private final List<FolderPattern> patterns;
    private @Nullable Map<Path, PackageFile> found;
    private int looked;

    Workspaces(PackageFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
        List<String> written = new ArrayList<>(file.workspaces());
        written.addAll(pnpm());
        this.patterns = written.stream().map(FolderPattern::of).toList();
    }

    private List<String> pnpm() {
        Path path = file.folder().resolve(PNPM);
        Faults own = new Faults();
        SourceFile source = Files.isRegularFile(path) ? TextFile.read(path, PNPM, own) : null;
        Node root = source == null ? null : YamlReader.read(source, own);
        faults.addSoftened(own);
        return root instanceof Mapping map && map.value("packages") instanceof Sequence list
                ? PackageFile.texts(list)
                : List.of();
    }

    /** All of them, by folder. */
    Map<Path, PackageFile> all() {
        Map<Path, PackageFile> known = found;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (FolderPattern pattern : patterns) {
                if (!pattern.negated()) {
                    look(file.folder().resolve(pattern.begin()), pattern, known);
                }
            }
            found = known;
        }
        return known;
    }

    private void look(Path folder, FolderPattern pattern, Map<Path, PackageFile> into) {
        String path = file.folder().relativize(folder).toString().replace('\\', '/');
        int depth = path.isEmpty() ? 0 : path.split("/").length;
        if (pattern.matches(path) && !isLeftOut(path) && !into.containsKey(folder)) {
            // Whoever runs it hears what is wrong with it.
            PackageFile.read(folder, file.folder(), new Faults()).ifPresent(read -> into.put(folder, read));
        }
        if (depth < DEEPEST && (pattern.deepest() < 0 || depth < pattern.deepest())) {
            below(folder).forEach(next -> look(next, pattern, into));
        }
    }

    private boolean isLeftOut(String path) {
        boolean leftOut = false;
        for (FolderPattern pattern : patterns) {
            leftOut = pattern.matches(path) ? pattern.negated() : leftOut;
        }
        return leftOut;
    }

    private List<Path> below(Path folder) {
        List<Path> below = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                boolean enters = !name.startsWith(".") && !name.equals("node_modules");
                if (enters && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && ++looked <= MOST_FOLDERS) {
                    below.add(entry);
                }
            }
        } catch (IOException unreadable) {
            // Nothing that could be run is in there for whoever may not read it.
            return List.of();
        }
        below.sort(null);
        return below;
    }

    /** The one of a name: what its package is called, its folder, or either without what stands before it. */
    Optional<PackageFile> find(String name) {
        Path folder = file.folder().resolve(name).normalize();
        PackageFile there = all().get(folder);
        return there != null
                ? Optional.of(there)
                : all().values().stream()
                        .filter(each -> each.text("name").filter(name::equals).isPresent())
                        .findFirst()
                        .or(() -> only(name));
    }

    private Optional<PackageFile> only(String name) {
        List<PackageFile> called = all().values().stream()
                .filter(each -> shortName(each).equals(name) || each.folder().endsWith(name))
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /** What a package is called without its scope. */
    static String shortName(PackageFile file) {
        String folder = String.valueOf(file.folder().getFileName());
        return file.text("name").map(name -> name.substring(name.indexOf('/') + 1)).orElse(folder);
    }
}
