package dev.brummer.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.source.Diagnostic;
import dev.brummer.config.source.DiagnosticRenderer;
import dev.brummer.config.source.Severity;
import dev.brummer.config.view.ConfigSchema;
import dev.brummer.config.view.JsonText;
import dev.brummer.core.model.OptionValue;
import dev.brummer.core.model.PluginUse;
import dev.brummer.core.model.Project;
import dev.brummer.core.model.Template;
import dev.brummer.spi.OptionSpec;
import dev.brummer.spi.OptionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the file says of plugins that were dropped in is read as what it says of bundled ones. */
class DroppedInPluginsTest {
    private static final String SERVICE = "services: {web: {command: a, readiness: %s}}\n";
    private static final Diagnostic BROKEN =
            new Diagnostic(Severity.WARNING, "broken-plugin", "p/old.jar is no jar", List.of(), List.of("build it again"));

    @TempDir
    private Path folder;

    private final List<List<Path>> asked = new ArrayList<>();

    private static final KnownPlugins KNOWN = new KnownPlugins(
            List.of(acme("port", OptionType.INTEGER)),
            List.of(acme("file", OptionType.STRING), new PluginDescriptor("console", "Shows.", List.of(), Optional.empty())),
            List.of(new PluginDescriptor(
                    "breaker", "Finds.", List.of(OptionSpec.optional("limit", OptionType.INTEGER, "How many.")), Optional.empty())),
            List.of("p/old.jar"),
            List.of(BROKEN));

    private static PluginDescriptor acme(String option, OptionType type) {
        return new PluginDescriptor("acme", "Acme.", List.of(OptionSpec.required(option, type, "Which.")), Optional.empty());
    }

    private LoadResult load(String yaml) throws IOException {
        Files.writeString(folder.resolve("brummer.yaml"), yaml);
        return new ConfigLoader(paths -> {
            asked.add(paths);
            return KNOWN;
        }).load(LoadRequest.of(folder, Map.of()));
    }

    private String said(String yaml) throws IOException {
        return DiagnosticRenderer.plain().render(switch (load(yaml)) {
            case LoadResult.Loaded loaded -> loaded.warnings();
            case LoadResult.Faulty faulty -> faulty.faults();
        });
    }

    @Test
    void aLogParserThatIsDisabledIsKnownToTheProject() throws IOException {
        Project project = Projects.loaded(load(
                        "plugins: {disabled: [breaker]}\n" + SERVICE.formatted("{acme: {port: 1}}")))
                .project();
        assertThat(project.plugins().disabled()).containsExactly("breaker");
    }

    @Test
    void aLogParserThatIsDisabledMustBeThere() throws IOException {
        assertThat(said("plugins: {disabled: [braker]}\n" + SERVICE.formatted("{acme: {port: 1}}")))
                .contains("brummer.yaml:1:22: error[unknown-plugin]: there is no log parser 'braker'")
                .contains("did you mean 'breaker'?");
    }

    @Test
    void theFoldersOfTheFileAreKnownBeforeTheRestIsDecoded() throws IOException {
        Files.createDirectories(folder.resolve("tools"));
        Project project = Projects.loaded(load("plugins: {paths: [tools]}\n" + SERVICE.formatted("{acme: {port: 1}}"))).project();
        assertThat(asked).containsExactly(List.of(folder.resolve("tools")));
        assertThat(project.plugins().paths()).containsExactly(folder.resolve("tools"));
    }

    @Test
    void whatIsWrongWithAPluginThatNobodyNeedsIsAWarning() throws IOException {
        assertThat(said("services: {web: {command: a}}\n")).isEqualTo("""
                warning[broken-plugin]: p/old.jar is no jar
                      = build it again
                """);
    }

    @Test
    void whoAsksForWhatIsNotThereIsToldWhichJarIsBroken() throws IOException {
        assertThat(said(SERVICE.formatted("{older: 1}")))
                .contains("there is no check 'older'")
                .contains("there are: acme; or is it in p/old.jar, which cannot be used?");
    }

    @Test
    void theirOptionsAreCheckedAsThoseOfBundledOnes() throws IOException {
        assertThat(said(SERVICE.formatted("{acme: {prt: 1}}")))
                .contains("brummer.yaml:1:49: error[unknown-option]: check 'acme' has no option 'prt'", "did you mean 'port'?");
        assertThat(said(SERVICE.formatted("{acme: {port: many}}"))).contains("error[bad-option]", "must be a whole number");
        assertThat(said(SERVICE.formatted("{acme: {}}"))).contains("error[missing-option]: check 'acme' needs 'port'");
    }

    @Test
    void anIdThatIsACheckAndASinkHasTheOptionsOfBothUnderConfigAndEachTakesItsOwn() throws IOException {
        Project project = Projects.loaded(load("""
                plugins: {config: {acme: {port: 1, file: f}, breaker: {limit: 3}}}
                sinks: [acme]
                """ + SERVICE.formatted("{acme: {}}"))).project();
        assertThat(project.services().values().iterator().next().readiness()).containsExactly(use("port", "1"));
        assertThat(project.sinks()).contains(use("file", "f"));
        assertThat(project.plugins().config()).containsKey("breaker");
    }

    private static PluginUse use(String option, String value) {
        return new PluginUse("acme", Map.of(option, new OptionValue.Scalar(Template.literal(value))));
    }

    @Test
    void theSchemaKnowsThemToo() {
        String schema = JsonText.write(ConfigSchema.of(KNOWN)).replaceAll("\\s+", " ");
        assertThat(schema).contains("\"breaker\": { \"description\": \"Finds.\"").contains("\"limit\"");
        assertThat(schema.substring(schema.indexOf("\"pluginConfig\""))).contains("\"port\"", "\"file\"");
    }
}
