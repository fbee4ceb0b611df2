package dev.brummer.discovery.gradle;

import dev.brummer.config.LoadRequest;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.source.TextFile;
import dev.brummer.discovery.sketch.Leftover;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.discovery.sketch.Source;
import dev.brummer.spi.ServiceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the settings and build files of Gradle: each module with a plugin that runs it is a service. */
public final class GradleSource implements Source {
    private static final List<String> SETTINGS = List.of("settings.gradle.kts", "settings.gradle");
    private static final List<String> BUILDS = List.of("build.gradle.kts", "build.gradle");
    private static final int MOST = 300;

    @Override
    public String file() {
        return BUILDS.getLast();
    }

    @Override
    public Optional<Sketch> read(LoadRequest request, Faults faults) {
        Faults own = new Faults();
        Optional<SourceFile> settings = first(request.folder(), SETTINGS, own);
        Optional<SourceFile> build = first(request.folder(), BUILDS, own);
        Optional<SourceFile> source = settings.or(() -> build);
        Optional<Sketch> sketch = source.flatMap(file -> {
            List<Leftover> leftovers = new ArrayList<>();
            List<Include> includes = new ArrayList<>(List.of(new Include("", file.span(0, 0))));
            settings.ifPresent(text -> Include.read(text, includes, leftovers));
            return sketch(request.folder(), file, includes, leftovers, own);
        });
        faults.addSoftened(own);
        return sketch;
    }

    private static Optional<SourceFile> first(Path folder, List<String> names, Faults faults) {
        return names.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst()
                .flatMap(name -> Optional.ofNullable(TextFile.read(folder.resolve(name), name, faults)));
    }

    private static Optional<Sketch> sketch(
            Path folder, SourceFile source, List<Include> includes, List<Leftover> leftovers, Faults faults) {
        Map<String, ServiceSketch> services = new LinkedHashMap<>();
        String gradle = Files.isRegularFile(folder.resolve("gradlew")) ? "./gradlew" : "gradle";
        for (Include include : includes.subList(0, Math.min(MOST, includes.size()))) {
            Stream<String> names = BUILDS.stream().map(name -> include.isRoot() ? name : include.folder() + "/" + name);
            Optional<SourceFile> build = first(folder, names.toList(), faults);
            if (build.isEmpty() && !include.isRoot() && !Files.isDirectory(folder.resolve(include.folder()))) {
                leftovers.add(new Leftover(include.at(), "there is no folder '" + include.folder() + "'", ""));
            }
            build.flatMap(RunTask::of).ifPresent(task -> {
                String name = include.isRoot() ? rootName(folder) : include.name();
                if (!ServiceId.isValid(name) || services.containsKey(name)) {
                    String what = "'" + name + "' cannot name a service here, or names another one";
                    leftovers.add(new Leftover(task.at(), what, ""));
                } else {
                    services.put(name, service(name, gradle, include, task));
                }
            });
        }
        return services.isEmpty()
                ? Optional.empty()
                : Optional.of(Sketch.of(source, List.copyOf(services.values())).leaving(leftovers));
    }

    private static ServiceSketch service(String name, String gradle, Include include, RunTask task) {
        Span at = task.at();
        String command = gradle + " " + (include.isRoot() ? "" : include.path() + ":") + task.name();
        return ServiceSketch.named(new ServiceId(name), at).running(command, at, "");
    }

    private static String rootName(Path folder) {
        Path name = folder.getFileName();
        return name == null ? "" : name.toString();
    }
}
