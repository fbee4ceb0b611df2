package dev.brummer.runtime.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.TestingJar;
import dev.brummer.spi.HealthCheckFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where plugins are looked for, and what becomes of each. */
@Timeout(60)
class PluginSearchTest {
    @TempDir
    private Path folder;

    private Path project() {
        return folder.resolve("project");
    }

    private Path dropped(String name) {
        return project().resolve(".brummer/plugins").resolve(name);
    }

    private PluginCatalog found(Path... paths) {
        var search = new PluginSearch(project(), Map.of("HOME", folder.resolve("home").toString()));
        search.known(List.of(paths));
        return search.found();
    }

    private static List<String> droppedIn(PluginCatalog catalog) {
        return catalog.contributions().stream()
                .filter(each -> each.plugin().isDroppedIn())
                .map(Contribution::words)
                .toList();
    }

    @Test
    void withoutFoldersThereAreTheBundledOnes() {
        PluginCatalog catalog = found();
        assertThat(catalog.contributions()).extracting(Contribution::words).contains("check 'log'", "sink 'console'");
        assertThat(droppedIn(catalog)).isEmpty();
        assertThat(catalog.faults()).isEmpty();
    }

    @Test
    void jarsAreFoundInTheProjectInThePersonsFolderAndInPaths() {
        SamplePlugins.check("one", "null").write(dropped("one.jar"));
        SamplePlugins.check("two", "null").write(folder.resolve("home/.config/brummer/plugins/two.jar"));
        SamplePlugins.sink("three").write(project().resolve("tools/three.jar"));
        SamplePlugins.check("four", "null").write(folder.resolve("elsewhere/four.jar"));
        assertThat(droppedIn(found(project().resolve("tools"), folder.resolve("elsewhere"), folder.resolve("nowhere"))))
                .containsExactly(
                        "check 'one' of .brummer/plugins/one.jar",
                        "check 'two' of ~/.config/brummer/plugins/two.jar",
                        "check 'four' of " + folder.resolve("elsewhere/four.jar"),
                        "sink 'three' of tools/three.jar");
    }

    @Test
    void thePersonsFolderIsWhereXdgSays() {
        SamplePlugins.check("one", "null").write(folder.resolve("xdg/brummer/plugins/one.jar"));
        SamplePlugins.check("two", "null").write(folder.resolve("home/.config/brummer/plugins/two.jar"));
        var search = new PluginSearch(project(), Map.of(
                "HOME", folder.resolve("home").toString(), "XDG_CONFIG_HOME", folder.resolve("xdg").toString()));
        assertThat(droppedIn(search.found())).containsExactly("check 'one' of " + folder.resolve("xdg/brummer/plugins/one.jar"));
    }

    @Test
    void aFolderThatIsNamedTwiceHoldsItsPluginsOnce() {
        SamplePlugins.check("one", "null").write(dropped("one.jar"));
        PluginCatalog catalog = found(project().resolve(".brummer/plugins"), project().resolve("x/../.brummer/plugins"));
        assertThat(droppedIn(catalog)).hasSize(1);
        assertThat(catalog.faults()).isEmpty();
    }

    @Test
    void aFolderOfJarsIsOnePlugin() throws IOException {
        new TestingJar().source("lib.Words", "package lib; public class Words { public static String id() { return \"acme\"; } }")
                .write(dropped("acme/lib.jar"));
        SamplePlugins.checkOf(SamplePlugins.checkSource("\" + lib.Words.id() + \"", "", "List.of()", "null"))
                .source("lib.Words", "package lib; public class Words { public static String id() { return null; } }")
                .without("lib.Words")
                .manifest("Implementation-Version", "1.2.3")
                .write(dropped("acme/acme.jar"));
        Files.writeString(dropped("acme/README"), "no jar");
        Files.createDirectories(dropped("empty"));
        Files.writeString(dropped("README.md"), "no jar either");

        PluginCatalog catalog = found();

        assertThat(catalog.faults()).isEmpty();
        assertThat(droppedIn(catalog)).containsExactly("check 'acme' of .brummer/plugins/acme");
        assertThat(catalog.check("acme").plugin().version()).isEqualTo("1.2.3");
    }

    @Test
    void onePluginMayBringTheSameIdAsACheckAndAsASink() {
        SamplePlugins.sink("acme")
                .source("acme.Acme", SamplePlugins.checkSource("acme", "", "List.of()", "null"))
                .service(HealthCheckFactory.class, "acme.Acme")
                .write(dropped("acme.jar"));
        assertThat(droppedIn(found()))
                .containsExactly("check 'acme' of .brummer/plugins/acme.jar", "sink 'acme' of .brummer/plugins/acme.jar");
    }

    @Test
    void twoOfOneKindWithTheSameIdAreAnErrorThatNamesBoth() {
        SamplePlugins.check("acme", "null").write(dropped("a.jar"));
        SamplePlugins.check("acme", "null").write(dropped("b.jar"));
        SamplePlugins.check("log", "null").write(dropped("c.jar"));

        assertThat(found().known().diagnostics()).allMatch(diagnostic -> diagnostic.isError())
                .extracting(diagnostic -> diagnostic.message())
                .containsExactly(
                        ".brummer/plugins/b.jar brings check 'acme', which .brummer/plugins/a.jar brings too",
                        ".brummer/plugins/c.jar brings check 'log', which brum itself brings too");
    }

    @Test
    void otherFoldersOfAnotherProfileAreLookedAtAsWellAndTheFirstCount() {
        SamplePlugins.check("one", "null").write(project().resolve("a/one.jar"));
        SamplePlugins.check("two", "null").write(project().resolve("b/two.jar"));
        var search = new PluginSearch(project(), Map.of());
        assertThat(search.known(List.of(project().resolve("a"))).checks()).extracting("id").contains("one");
        assertThat(search.known(List.of(project().resolve("b"))).checks()).extracting("id").contains("two");
        assertThat(droppedIn(search.found())).containsExactly("check 'one' of a/one.jar");
    }
}
