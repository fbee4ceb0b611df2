package dev.brummer.discovery.compose;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.json.JsonDocument;
import dev.brummer.discovery.json.JsonReader;
import dev.brummer.discovery.procfile.ProcfileSource;
import dev.brummer.discovery.sketch.Said;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a folder's own files say that it runs, where the Compose file leaves that to the image. */
final class FolderCommand {
    private static final List<String> PROJECTS = List.of(
            "package.json", "Procfile", "pom.xml", "build.gradle", "build.gradle.kts", "requirements.txt",
            "pyproject.toml", "go.mod", "Gemfile", "Cargo.toml", "composer.json", "mix.exs");
    private static final List<String> SCRIPTS = List.of("dev", "start:dev", "start");
    private static final Map<String, List<String>> LOCKS = new TreeMap<>(Map.of(
            "bun", List.of("bun.lock", "bun.lockb"), "pnpm", List.of("pnpm-lock.yaml"), "yarn", List.of("yarn.lock")));

    private FolderCommand() {}

    /** Whether a program is written in a folder. */
    static boolean isProject(Path folder) {
        return PROJECTS.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    /**
     * The command to run in the folder.
     *
     * @param dockerfile what its image is made by, whether there is one or not
     * @param at where the Compose file names the folder
     */
    static Optional<Said> of(Path folder, Path dockerfile, Span at) {
        return ofPackage(folder, at)
                .or(() -> ofProcfile(folder))
                .or(() -> Dockerfile.read(dockerfile).flatMap(file -> file.command(folder)));
    }

    private static Optional<Said> ofPackage(Path folder, Span at) {
        Path path = folder.resolve("package.json");
        Faults ignored = new Faults();
        SourceFile source = Files.isRegularFile(path) ? TextFile.read(path, "package.json", ignored) : null;
        JsonDocument json = source == null ? null : JsonReader.read(source, ignored);
        if (json == null || !(json.root() instanceof Mapping root) || !(root.value("scripts") instanceof Mapping scripts)) {
            return Optional.empty();
        }
        for (String script : SCRIPTS) {
            if (scripts.value(script) instanceof Scalar) {
                String command = manager(folder) + " run " + script;
                return Optional.of(new Said(new Scalar(at, command, false), "a script of its package.json"));
            }
        }
        return Optional.empty();
    }

    private static String manager(Path folder) {
        return LOCKS.entrySet().stream()
                .filter(locks -> locks.getValue().stream().anyMatch(name -> Files.exists(folder.resolve(name))))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("npm");
    }

    private static Optional<Said> ofProcfile(Path folder) {
        List<ServiceSketch> services = new ProcfileSource().read(LoadRequest.of(folder, Map.of()), new Faults())
                .map(Sketch::services)
                .orElse(List.of());
        return services.stream()
                .filter(service -> services.size() == 1 || service.id().name().equals("web"))
                .findFirst()
                .flatMap(service -> service.key("command"))
                .map(said -> new Said(said.value(), "a line of its Procfile"));
    }
}
