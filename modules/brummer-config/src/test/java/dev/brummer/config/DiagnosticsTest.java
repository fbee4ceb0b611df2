package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each faulty project and what is said of it. Texts are written anew with {@code -Dgolden.update=true}; read them
 * before committing them.
 */
class DiagnosticsTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static Stream<GoldenCase> cases() throws IOException {
        return GoldenCase.all().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsExpected(GoldenCase golden, @TempDir Path folder) throws IOException {
        LoadRequest request = golden.lay(folder);
        LoadResult result = Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> TestPlugins.loader().load(request));
        List<Diagnostic> said = switch (result) {
            case LoadResult.Loaded loaded -> loaded.warnings();
            case LoadResult.Faulty faulty -> faulty.faults();
        };
        String verdict = result instanceof LoadResult.Loaded ? "loaded\n" : "refused\n";
        String plain = verdict + DiagnosticRenderer.plain().render(said).replace(folder.toString(), "FOLDER");
        compare(golden.file(".expected"), plain);
        if (golden.coloured()) {
            String coloured = DiagnosticRenderer.coloured().render(said).replace("\u001b", "␛");
            compare(golden.file(".expected-colour"), coloured);
        }
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (UPDATE) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    @Test
    void atLeastSixtyKindsAreCovered() throws IOException {
        assertThat(GoldenCase.all()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyFaultHasAnIdThatTheCorpusShows() throws IOException {
        List<String> ids = DiagnosticIds.inSources();
        StringBuilder corpus = new StringBuilder();
        for (GoldenCase golden : GoldenCase.all()) {
            corpus.append(Files.readString(golden.file(".expected")));
        }
        assertThat(ids)
                .hasSizeGreaterThan(30)
                .allSatisfy(id -> assertThat(corpus).contains("[" + id + "]"));
    }
}
