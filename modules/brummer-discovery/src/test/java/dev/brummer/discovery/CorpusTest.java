package dev.brummer.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.Choice;
import dev.brummer.config.ConfigLoader;
import dev.brummer.config.KnownPlugins;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.view.ModelView;
import dev.brummer.spi.HealthCheckFactory;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders as people have them, and what is made of each: what {@code brum config --origins} prints, what words on the
 * command line mean, and what is said. A file {@code words} holds such words. Texts are written anew with
 * {@code -Dgolden.update=true}; read them before committing them.
 */
class CorpusTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> entries = Files.list(CORPUS)) {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isUnderstood(String name, @TempDir Path folder) throws IOException {
        copy(CORPUS.resolve(name), folder);
        Path words = folder.resolve("words");
        Set<String> named = Files.exists(words) ? Set.of(Files.readString(words).strip().split(" ")) : Set.of();
        LoadRequest request = new LoadRequest(folder, List.of(), List.of(), Map.of("PATH", "/nowhere"), Map.of(), named);
        String told = told(new ConfigLoader(_ -> plugins(), new Discovery()).load(request)).replace(folder.toString(), "FOLDER");
        Path expected = CORPUS.resolve(name + ".expected");
        if (UPDATE) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    private static KnownPlugins plugins() {
        List<PluginDescriptor> checks = new ArrayList<>();
        for (HealthCheckFactory check : ServiceLoader.load(HealthCheckFactory.class)) {
            checks.add(new PluginDescriptor(
                    check.id(), check.description(), check.options(), Optional.of(check.scalarOption())));
        }
        return new KnownPlugins(checks, List.of());
    }

    private static String told(LoadResult result) {
        return switch (result) {
            case LoadResult.Faulty(var faults) -> DiagnosticRenderer.plain().render(faults);
            case LoadResult.Loaded loaded ->
                DiagnosticRenderer.plain().render(loaded.warnings()) + "\n" + told(loaded.choice()) + "\n"
                        + written(ModelView.of(loaded, true).yaml(true));
        };
    }

    /** Without what holds wherever nothing else is said. */
    private static String written(String yaml) {
        return yaml.lines()
                .filter(line -> !line.endsWith("# default") && !line.strip().equals("backoff:") && !line.equals("sinks:"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String told(Choice choice) {
        StringBuilder told = new StringBuilder();
        choice.groups().forEach((name, services) -> told.append(name).append(" = ").append(names(services)).append('\n'));
        told.append("unasked: ").append(choice.unasked().map(CorpusTest::names).orElse("everything")).append('\n');
        choice.leftOut().forEach((service, why) -> told.append("left out: ").append(service).append(": ").append(why).append('\n'));
        return told.toString();
    }

    private static String names(Collection<ServiceId> services) {
        return services.stream().map(ServiceId::name).collect(Collectors.joining(" "));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
