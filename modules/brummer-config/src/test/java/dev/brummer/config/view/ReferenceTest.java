package dev.brummer.config.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.BundledPlugins;
import dev.brummer.config.Projects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void theCommittedReferenceIsWhatTheDeclarationsSay() throws IOException {
        Path file = Projects.repository().resolve("docs/configuration.md");
        String written = ConfigReference.markdown(BundledPlugins.ALL);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        }
        assertThat(file).exists();
        assertThat(written).isEqualTo(Files.readString(file));
    }
}
