package dev.brummer.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.brummer.config.ConfigLoader;
import dev.brummer.config.KnownPlugins;
import dev.brummer.config.LoadRequest;
import dev.brummer.config.LoadResult;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.source.Faults;
import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Mapping;
import dev.brummer.config.yaml.Node;
import dev.brummer.config.yaml.Sequence;
import dev.brummer.discovery.json.JsonDocument;
import dev.brummer.discovery.json.JsonReader;
import dev.brummer.discovery.script.Meaning;
import dev.brummer.discovery.script.MeaningReader;
import dev.brummer.discovery.shell.ShellLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever the text, it is read or refused. A normal build replays the corpus beside this class;
 * {@code JAZZER_FUZZ=1 mvn … -Djazzer.hooks=true -Dtest=AnyTextFuzzTest#jsonIsReadOrRefused} looks for more.
 */
class AnyTextFuzzTest {
    private static final MeaningReader READER = new MeaningReader(List.of("a", "b", "b:c", "start:1:d"));

    @FuzzTest(maxDuration = "1m")
    void jsonIsReadOrRefused(byte[] bytes) {
        Faults faults = new Faults();
        SourceFile file = new SourceFile("package.json", new String(bytes, StandardCharsets.UTF_8));
        JsonDocument document = JsonReader.read(file, faults);
        if (document == null) {
            assertThat(faults.hasErrors()).isTrue();
        } else {
            check(document.root());
        }
        assertThat(DiagnosticRenderer.plain().render(faults.sorted())).doesNotContain("\u001b");
    }

    /** What is within another stands within its place, and the parts of a map or list do not overlap. */
    private static void check(Node node) {
        switch (node) {
            case Mapping mapping -> mapping.entries().values().forEach(entry -> {
                assertInOrder(entry.key().span(), entry.value().span());
                check(entry.value());
            });
            case Sequence list -> {
                for (int i = 1; i < list.items().size(); i++) {
                    assertInOrder(list.items().get(i - 1).span(), list.items().get(i).span());
                }
                list.items().forEach(AnyTextFuzzTest::check);
            }
            case dev.brummer.config.yaml.Scalar scalar -> assertThat(scalar.text()).isNotNull();
        }
    }

    private static void assertInOrder(Span first, Span second) {
        assertThat(first.endLine() < second.line()
                        || (first.endLine() == second.line() && first.endColumn() <= second.column()))
                .isTrue();
    }

    @FuzzTest(maxDuration = "1m")
    void aScriptIsUnderstoodOrLeftToAShell(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ShellLine.parse(text).ifPresent(line -> {
            assertThat(line.steps()).isNotEmpty();
            line.steps().forEach(step -> assertThat(text.substring(step.begin())).startsWith(step.text()));
        });
        Meaning meaning = READER.read("a", text);
        assertThat(meaning).isEqualTo(READER.read("a", text));
    }

    @FuzzTest(maxDuration = "1m")
    void aComposeFileIsReadOrRefused(byte[] bytes) throws IOException {
        isReadOrRefused("compose.yaml", bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void aFileOfProcessComposeIsReadOrRefused(byte[] bytes) throws IOException {
        isReadOrRefused("process-compose.yaml", bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void aProcfileIsReadOrRefused(byte[] bytes) throws IOException {
        isReadOrRefused("Procfile", bytes);
    }

    /** By itself, and as a project that a start would go by: what is proposed loads, or is refused in words. */
    private static void isReadOrRefused(String name, byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            LoadRequest request = LoadRequest.of(folder, Map.of("PATH", "/nowhere", "DOCKER_HOST", "unix:///nowhere"));
            Faults faults = new Faults();
            Optional<Proposal> proposal = new Discovery().propose(request, Path.of(name), faults);
            assertThat(proposal.isPresent() || !faults.sorted().isEmpty()).as("a proposal, or why there is none").isTrue();
            assertThat(DiagnosticRenderer.plain().render(faults.sorted()) + proposal.map(Proposal::shown).orElse(""))
                    .doesNotContain("\u001b");
            LoadResult loaded = new ConfigLoader(_ -> new KnownPlugins(List.of(), List.of()), new Discovery()).load(request);
            if (loaded instanceof LoadResult.Faulty(var why)) {
                assertThat(why).isNotEmpty();
            }
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
