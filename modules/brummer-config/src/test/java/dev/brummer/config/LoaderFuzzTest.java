package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.brummer.config.LoadResult.Faulty;
import dev.brummer.config.LoadResult.Loaded;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.view.ModelView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whatever the bytes, the outcome is a project or diagnostics, and both can be shown. A normal build replays the corpus
 * beside this class; {@code JAZZER_FUZZ=1 mvn … -Djazzer.hooks=true -Dtest=LoaderFuzzTest#aFileIsLoadedOrRefused}
 * looks for more.
 */
class LoaderFuzzTest {
    private static final ConfigLoader LOADER = TestPlugins.loader();
    private static final Path FOLDER = folder();

    @FuzzTest(maxDuration = "2m")
    void aFileIsLoadedOrRefused(byte[] bytes) throws IOException {
        Files.write(FOLDER.resolve("brummer.yaml"), bytes);
        Files.deleteIfExists(FOLDER.resolve(".env"));
        check();
    }

    @FuzzTest(maxDuration = "1m")
    void anEnvFileIsReadOrRefused(byte[] bytes) throws IOException {
        Files.writeString(FOLDER.resolve("brummer.yaml"), "services: {web: {command: 'a ${A}'}}");
        Files.write(FOLDER.resolve(".env"), bytes);
        check();
    }

    private static void check() {
        switch (LOADER.load(LoadRequest.of(FOLDER, Map.of()))) {
            case Faulty(var faults) -> {
                assertThat(faults).isNotEmpty();
                assertThat(DiagnosticRenderer.plain().render(faults)).doesNotContain("\u001b");
            }
            case Loaded loaded -> assertThat(ModelView.of(loaded, true).yaml(true)).isNotEmpty();
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("brummer-fuzz");
        } catch (IOException fault) {
            throw new ExceptionInInitializerError(fault);
        }
    }
}
