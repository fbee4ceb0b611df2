package dev.brummer.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.ConfigLoader;
import dev.brummer.config.KnownPlugins;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.PluginDescriptor;
import dev.brummer.config.ProjectFinder;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.source.Faults;
import dev.brummer.config.view.ModelView;
import dev.brummer.spi.HealthCheckFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of strangers, the {@code brummer.yaml} that each becomes, and what is said of the rest. Texts are written anew with
 * {@code -Dgolden.update=true}; read them before committing them.
 */
class ImportTest {
    private static final Path CORPUS = Path.of("src/test/resources/imports");
    private static final Path OTHERS = Path.of("src/test/resources/corpus");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final List<PluginDescriptor> CHECKS = ServiceLoader.load(HealthCheckFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .map(check -> new PluginDescriptor(
                    check.id(), check.description(), check.options(), Optional.of(check.scalarOption())))
            .toList();

    @TempDir
    Path folder;

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFolderBecomesAProject(String name) throws IOException {
        Path from = CORPUS.resolve(name);
        copy(from.resolve("in"));
        Faults faults = new Faults();

        Optional<Proposal> proposal = propose(from, faults);

        String said = DiagnosticRenderer.plain().render(faults.sorted()).replace(folder.toString(), "FOLDER");
        compare(from.resolve("expected.txt"), said);
        compare(from.resolve("expected.yaml"), proposal.map(Proposal::text).orElse(""));
        if (proposal.isPresent()) {
            assertThat(view(asFile(proposal.get()))).isEqualTo(view(asFound(proposal.get())));
        }
    }

    private Optional<Proposal> propose(Path from, Faults faults) throws IOException {
        LoadRequest request = request();
        Path named = from.resolve("from");
        return Files.exists(named)
                ? new Discovery().propose(request, Path.of(Files.readString(named).strip()), faults)
                : new Discovery().propose(request, faults);
    }

    private LoadRequest request() {
        return LoadRequest.of(folder, Map.of("HOME", "/home/somebody"));
    }

    private static Map<String, Object> view(LoadResult result) {
        assertThat(result)
                .as(() -> result instanceof LoadResult.Faulty(var faults) ? DiagnosticRenderer.plain().render(faults) : "")
                .isInstanceOf(Loaded.class);
        return ModelView.of((Loaded) result, true).tree();
    }

    /** What is loaded from the text as a file. */
    private LoadResult asFile(Proposal proposal) throws IOException {
        Path file = folder.resolve("brummer.yaml");
        Files.writeString(file, proposal.text());
        LoadResult result = load((_, _) -> Optional.empty());
        Files.delete(file);
        return result;
    }

    /** What is loaded without a file. */
    private LoadResult asFound(Proposal proposal) {
        return load((_, _) -> Optional.of(proposal.sketch().found()));
    }

    private LoadResult load(ProjectFinder finder) {
        return new ConfigLoader(_ -> new KnownPlugins(CHECKS, List.of()), finder).load(request());
    }

    static Stream<String> others() throws IOException {
        try (Stream<Path> entries = Files.list(OTHERS)) {
            return entries.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void whateverIsFoundElsewhereIsWrittenDownAndLoads(String name) throws IOException {
        copy(OTHERS.resolve(name));

        Optional<Proposal> proposal = new Discovery().propose(request(), new Faults());

        if (proposal.isPresent()) {
            assertThat(view(asFile(proposal.get()))).isEqualTo(view(asFound(proposal.get())));
        }
    }

    @Test
    void theStarterLoads() throws IOException {
        Files.writeString(folder.resolve("brummer.yaml"), Proposal.starter());

        assertThat(view(load((_, _) -> Optional.empty())).toString()).contains("hello");
    }

    @Test
    void thereAreManyFoldersOfStrangers() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(10);
    }

    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (UPDATE) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
