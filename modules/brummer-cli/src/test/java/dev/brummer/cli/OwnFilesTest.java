package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
    @TempDir
    private Path folder;

    private OwnFiles files() {
        return new OwnFiles(folder);
    }

    @Test
    void theMainFileKeepsTheNameThatItHas() throws IOException {
        assertThat(files().isThere()).isFalse();
        assertThat(files().name()).isEqualTo("brummer.yaml");

        Files.writeString(folder.resolve("brummer.yml"), "services: {}");
        assertThat(files().isThere()).isTrue();
        assertThat(files().name()).isEqualTo("brummer.yml");

        Files.writeString(folder.resolve("brummer.yaml"), "services: {}");
        assertThat(files().name()).isEqualTo("brummer.yaml");
    }

    @Test
    void itIsWrittenWholeAndNothingStaysBeside() throws IOException {
        Files.writeString(folder.resolve("brummer.yaml"), "an older one");

        files().write("services: {}\n");

        assertThat(folder.resolve("brummer.yaml")).hasContent("services: {}\n");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(folder.resolve("brummer.yaml"));
        }
    }

    @Test
    void whereItCannotBeWrittenTheOneThatIsThereStays() throws IOException {
        Files.createDirectories(folder.resolve("brummer.yaml/not-empty"));

        assertThatThrownBy(() -> files().write("services: {}\n")).isInstanceOf(IOException.class);

        assertThat(folder.resolve("brummer.yaml/not-empty")).isDirectory();
        assertThat(folder.resolve(".brummer.yaml.new")).doesNotExist();
    }

    @Test
    void gitIgnoresWhatIsOnePersonsOwnOnceAndOnlyInARepository() throws IOException {
        Path below = Files.createDirectories(folder.resolve("shop"));
        OwnFiles files = new OwnFiles(below);
        assertThat(files.ignore()).isFalse();
        assertThat(below.resolve(".gitignore")).doesNotExist();

        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(below.resolve(".gitignore"), "node_modules");
        assertThat(files.ignore()).isTrue();
        assertThat(files.ignore()).isFalse();
        assertThat(Files.readAllLines(below.resolve(".gitignore")))
                .startsWith("node_modules")
                .contains("/.brummer/*", "/brummer.local.yaml");
    }
}
