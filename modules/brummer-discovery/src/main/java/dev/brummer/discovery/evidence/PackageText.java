package dev.brummer.discovery.evidence;

import dev.brummer.config.source.Faults;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.json.JsonDocument;
import dev.brummer.discovery.json.JsonReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** As much of a {@code package.json} as tells what runs. */
record PackageText(Mapping root) {
    private static final List<String> DOT_ENV = List.of(
            "dotenv", "dotenv-flow", "dotenv-safe", "dotenv-expand", "@nestjs/config", "env-cmd", "dotenv-cli",
            "@dotenvx/dotenvx");

    static Optional<PackageText> read(Path folder, FolderFiles files) {
        return files.read(folder.resolve("package.json")).flatMap(source -> {
            JsonDocument json = JsonReader.read(source, new Faults());
            return json != null && json.root() instanceof Mapping root
                    ? Optional.of(new PackageText(root))
                    : Optional.empty();
        });
    }

    Optional<Scalar> script(String name) {
        return root.value("scripts") instanceof Mapping scripts && scripts.value(name) instanceof Scalar text
                ? Optional.of(text)
                : Optional.empty();
    }

    Optional<String> main() {
        return root.value("main") instanceof Scalar main && !main.isNull()
                ? Optional.of(main.text())
                : Optional.empty();
    }

    /** Whether its programs read the {@code .env} of the folder. */
    boolean readsDotEnv() {
        return List.of("dependencies", "devDependencies").stream()
                .anyMatch(key -> root.value(key) instanceof Mapping packages
                        && DOT_ENV.stream().anyMatch(name -> packages.value(name) != null));
    }
}
