package dev.brummer.discovery;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.TextFile;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.YamlReader;
import dev.brummer.discovery.compose.ComposeSource;
import dev.brummer.discovery.gradle.GradleSource;
import dev.brummer.discovery.maven.MavenSource;
import dev.brummer.discovery.npm.PackageSource;
import dev.brummer.discovery.processcompose.ProcessComposeSource;
import dev.brummer.discovery.procfile.ProcfileSource;
import dev.brummer.discovery.sketch.Source;
import java.nio.file.Path;
import java.util.Optional;

/** Finds out of which kind a file is that somebody has named, by its name and, for YAML, by what is in it. */
final class NamedFile {
    private static final String KINDS =
            "it reads package.json, a Procfile, Compose files, those of process-compose, pom.xml and build.gradle";

    private NamedFile() {}

    /** What reads it; empty where there is no such file, or nothing that reads it, which {@code faults} then says. */
    static Optional<Source> source(LoadRequest request, Path file, Faults faults) {
        String name = String.valueOf(file.getFileName());
        SourceFile text = TextFile.read(request.folder().resolve(file), file.toString(), faults);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Source> fixed = ofFolder(file.normalize().toString());
        if (fixed.isPresent()) {
            return fixed;
        }
        if (name.startsWith("Procfile")) {
            return Optional.of(new ProcfileSource(file.toString()));
        }
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        Optional<Source> known = yaml ? ofYaml(file, text, faults) : Optional.empty();
        if (known.isEmpty() && !faults.hasErrors()) {
            faults.add(Diagnostic.error("unknown-kind", "'brum init' does not know what to make of " + file, KINDS));
        }
        return known;
    }

    /** What reads files of these names in the folder itself. */
    private static Optional<Source> ofFolder(String name) {
        return switch (name) {
            case PackageSource.FILE -> Optional.of(new PackageSource());
            case "pom.xml" -> Optional.of(new MavenSource());
            case "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts" ->
                Optional.of(new GradleSource());
            default -> Optional.empty();
        };
    }

    private static Optional<Source> ofYaml(Path file, SourceFile text, Faults faults) {
        Faults own = new Faults();
        if (!(YamlReader.readForeign(text, own) instanceof Mapping root)) {
            own.sorted().forEach(faults::add);
            return Optional.empty();
        }
        if (root.entry("processes") != null) {
            return Optional.of(new ProcessComposeSource(file));
        }
        boolean compose = root.entry("services") != null || root.entry("include") != null;
        return !compose ? Optional.empty() : Optional.of(new ComposeSource(file));
    }
}
