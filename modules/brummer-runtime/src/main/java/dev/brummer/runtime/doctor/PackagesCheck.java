package dev.brummer.runtime.doctor;

import dev.brummer.core.model.ServiceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the packages that a lock file names have been installed since it was written. */
final class PackagesCheck implements Check {
    private static final String INSTALLED = "node_modules";

    // Each with what installs it, and what that leaves behind when it is done.
    private static final Map<String, Installer> LOCKS = new LinkedHashMap<>();

    static {
        LOCKS.put("package-lock.json", new Installer("npm ci", ".package-lock.json"));
        LOCKS.put("npm-shrinkwrap.json", new Installer("npm ci", ".package-lock.json"));
        LOCKS.put("pnpm-lock.yaml", new Installer("pnpm install", ".modules.yaml"));
        LOCKS.put("yarn.lock", new Installer("yarn install", ".yarn-integrity"));
    }

    // Installers write the lock file right after the rest.
    private static final Duration TOGETHER = Duration.ofSeconds(10);

    private record Installer(String command, String mark) {}

    @Override
    public List<Finding> look(Subject subject) {
        List<Finding> findings = new ArrayList<>();
        boolean found = false;
        for (ServiceSpec service : subject.services()) {
            Optional<Path> lock = lock(service.workingDir(), subject.project().folder());
            found |= lock.isPresent();
            lock.flatMap(file -> look(service, file)).ifPresent(findings::add);
        }
        if (found && findings.isEmpty()) {
            findings.add(Finding.ok("packages", "packages are as new as their lock files"));
        }
        return findings;
    }

    /** The lock file of a folder, or of the nearest one above within the project. */
    private static Optional<Path> lock(Path folder, Path project) {
        for (Path at = folder; at != null && at.startsWith(project); at = at.getParent()) {
            for (String name : LOCKS.keySet()) {
                if (Files.isRegularFile(at.resolve(name))) {
                    return Optional.of(at.resolve(name));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> look(ServiceSpec service, Path lock) {
        Path name = lock.getFileName();
        Path modules = lock.resolveSibling(INSTALLED);
        Installer installer = LOCKS.get(String.valueOf(name));
        if (installer == null || Files.exists(lock.resolveSibling(".pnp.cjs"))) {
            return Optional.empty();
        }
        String hint = installer.command() + ", in " + lock.getParent();
        if (!Files.isDirectory(modules)) {
            String message = "there is " + lock + ", but no " + INSTALLED + " beside it";
            return Optional.of(Finding.warning("missing-packages", service, message, hint));
        }
        Path mark = modules.resolve(installer.mark());
        try {
            FileTime installed = Files.getLastModifiedTime(Files.exists(mark) ? mark : modules);
            boolean old = installed.toInstant().plus(TOGETHER).isBefore(Files.getLastModifiedTime(lock).toInstant());
            String message = lock + " is newer than its " + INSTALLED;
            return old ? Optional.of(Finding.warning("old-packages", service, message, hint)) : Optional.empty();
        } catch (IOException e) {
            String message = "whether packages are installed could not be seen: " + e.getMessage();
            return Optional.of(Finding.warning("unknown-packages", service, message, "check its permissions"));
        }
    }
}
