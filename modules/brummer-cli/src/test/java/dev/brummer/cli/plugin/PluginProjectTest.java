package dev.brummer.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginProjectTest {
    private static final PluginName NAME = new PluginName("acme-cache", "org.acme.brum");

    @TempDir
    Path folder;

    // The jars are there only after a whole build.
    private static PluginProject project() {
        return new PluginProject(NAME, path -> path.endsWith(".jar")
                ? new ByteArrayInputStream(path.getBytes())
                : PluginProject.class.getResourceAsStream(path));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @Test
    void aProjectIsAParserItsTestAndWhatTheyNeed() throws IOException {
        Path project = project().writeInto(folder);

        assertThat(project).isEqualTo(folder.resolve("acme-cache"));
        assertThat(files(project)).containsExactly(
                ".gitignore",
                "README.md",
                "brummer/brummer-spi.jar",
                "brummer/brummer-testing.jar",
                "pom.xml",
                "src/main/java/org/acme/brum/AcmeCacheParser.java",
                "src/main/java/org/acme/brum/AcmeCacheParserFactory.java",
                "src/main/resources/META-INF/services/dev.brummer.spi.LogParserFactory",
                "src/test/java/org/acme/brum/AcmeCacheParserTest.java");
        assertThat(project.resolve("src/main/resources/META-INF/services/dev.brummer.spi.LogParserFactory"))
                .hasContent("org.acme.brum.AcmeCacheParserFactory");
        assertThat(project.resolve("pom.xml")).content().contains("<Brummer-Spi>1.0</Brummer-Spi>");
    }

    @Test
    void noPlaceholderIsLeft() throws IOException {
        Path project = project().writeInto(folder);

        assertThat(files(project)).allSatisfy(
                file -> assertThat(Files.readString(project.resolve(file))).doesNotContainPattern("@[A-Z]+@"));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("acme-cache"));
        Files.writeString(folder.resolve("acme-cache/README.md"), "mine");

        assertThatThrownBy(() -> project().writeInto(folder)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(files(folder)).containsExactly("acme-cache/README.md");
        assertThat(folder.resolve("acme-cache/README.md")).hasContent("mine");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Files.createDirectories(folder.resolve("acme-cache"));

        assertThat(files(project().writeInto(folder))).hasSize(9);
    }

    @Test
    void aBrummerWithoutTheJarsWritesNothing() throws IOException {
        var bare = new PluginProject(NAME, path -> path.endsWith(".jar")
                ? null
                : PluginProject.class.getResourceAsStream(path));

        assertThatThrownBy(() -> bare.writeInto(folder)).isInstanceOf(IllegalStateException.class);

        assertThat(files(folder)).isEmpty();
    }

    /** So that a checkout of Brummer that was built has all that is needed, offline. */
    @Test
    void itIsBuiltWithWhatBrummerIsBuiltWith() throws IOException {
        String own = Files.readString(Path.of("../../pom.xml"));
        String written = Files.readString(project().writeInto(folder).resolve("pom.xml"));
        Pattern versioned = Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<");

        List<MatchResult> plugins = versioned.matcher(written).results().toList();

        assertThat(plugins).hasSize(5).allSatisfy(plugin -> assertThat(own)
                .contains("<artifactId>" + plugin.group(1) + "</artifactId><version>" + plugin.group(2) + "<"));
        String junit = own.replaceFirst("(?s).*<junit.version>([^<]+)<.*", "$1");
        assertThat(written.replaceAll("\\s", ""))
                .contains("<artifactId>junit-jupiter</artifactId><version>" + junit + "</version>");
    }
}
