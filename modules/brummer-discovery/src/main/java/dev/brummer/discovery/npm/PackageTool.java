package dev.brummer.discovery.npm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What installs the packages of a folder and runs its scripts. */
enum PackageTool {
    NPM("package-lock.json", "npm-shrinkwrap.json"),
    YARN("yarn.lock"),
    PNPM("pnpm-lock.yaml"),
    BUN("bun.lockb", "bun.lock");

    private final List<String> locks;

    PackageTool(String... locks) {
        this.locks = List.of(locks);
    }

    /** The one that a file names, or of whose lock file there is one in its folder or one above; npm where neither is so. */
    static PackageTool of(PackageFile file) {
        return file.text("packageManager")
                .flatMap(PackageTool::named)
                .or(() -> file.text("devEngines", "packageManager").flatMap(PackageTool::named))
                .or(() -> locking(file.folder()))
                .orElse(NPM);
    }

    private static Optional<PackageTool> named(String written) {
        String name = written.split("@", 2)[0].toUpperCase(Locale.ROOT);
        return List.of(values()).stream().filter(manager -> manager.name().equals(name)).findFirst();
    }

    private static Optional<PackageTool> locking(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            for (PackageTool manager : values()) {
                for (String lock : manager.locks) {
                    if (Files.isRegularFile(at.resolve(lock))) {
                        return Optional.of(manager);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What one types to run a script. */
    String run(String script) {
        return name().toLowerCase(Locale.ROOT) + " run " + script;
    }

    /** Whether packages are where only the manager itself finds them, as with the Plug'n'Play of yarn. */
    static boolean hidesPackages(Path folder) {
        return Files.isRegularFile(folder.resolve(".pnp.cjs"));
    }

    /** Whether scripts called {@code pre…} and {@code post…} run before and after others; a yarn since its second version has none. */
    boolean hasHooks(Path folder) {
        return this != YARN || !Files.isRegularFile(folder.resolve(".yarnrc.yml"));
    }
}
