package dev.brummer.config.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.brummer.config.KnownPlugins;
import dev.brummer.config.Projects;
import dev.brummer.config.BundledPlugins;
import dev.brummer.config.TestPlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema, read by somebody else's validator, agrees with the decoder. */
class SchemaTest {
    // What a schema can see: names, types and forms of values. The rest is about several values, or other files.
    private static final Set<String> VISIBLE = Set.of(
            "unknown-key",
            "foreign-key",
            "wrong-type",
            "bad-duration",
            "bad-port",
            "bad-rate",
            "bad-size",
            "unknown-target",
            "compose-port",
            "unknown-condition",
            "unknown-signal",
            "bad-restart",
            "unknown-check",
            "unknown-sink",
            "unknown-plugin",
            "unknown-option",
            "written-secret");
    // Forms that a schema in its place would have to repeat the decoder for, or that stop the reading before it.
    private static final Set<String> BEYOND = Set.of(
            "bad-option",
            "two-uses",
            "bad-name",
            "bad-variable",
            "empty-command",
            "missing-key",
            "no-condition",
            "two-conditions",
            "missing-option",
            "no-services",
            "yaml-tag",
            "bad-expression",
            "bad-path");
    private static final Path CORPUS = Path.of("src/test/resources/diagnostics");
    private static final Pattern ID = Pattern.compile("error\\[([a-z0-9-]+)\\]");

    private final Schema schema = schema(new KnownPlugins(TestPlugins.CHECKS, TestPlugins.SINKS));

    private static Schema schema(KnownPlugins plugins) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonText.write(ConfigSchema.of(plugins)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"brummer.yaml.example", "examples/shop/brummer.yaml"})
    void acceptsTheExamples(String file) throws IOException {
        assertThat(faults(schema(BundledPlugins.ALL), Projects.repository().resolve(file))).isEmpty();
    }

    static Stream<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void agreesWithTheDecoder(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".yaml", ".expected");
        Set<String> told = ID.matcher(Files.readString(CORPUS.resolve(name)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        if (told.stream().anyMatch(BEYOND::contains) || !AsJson.isReadable(file)) {
            return;
        }
        boolean visible = told.stream().anyMatch(VISIBLE::contains);
        assertThat(faults(schema, file))
                .satisfies(faults -> assertThat(faults.isEmpty()).isEqualTo(!visible));
    }

    @Test
    void describesEveryKey() {
        String text = JsonText.write(ConfigSchema.of(new KnownPlugins(TestPlugins.CHECKS, TestPlugins.SINKS)));
        assertThat(text)
                .contains(
                        "How long it may take to stop before it is killed.",
                        "Asks a URL and reads the answer.",
                        "\"start_interval\"");
    }

    private static List<String> faults(Schema schema, Path file) throws IOException {
        return schema.validate(AsJson.of(file), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
