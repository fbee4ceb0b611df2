package dev.brummer.discovery.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.source.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageToolTest {
    @TempDir
    Path folder;

    private PackageTool of(Path where, String text) throws IOException {
        Files.createDirectories(where);
        Files.writeString(where.resolve("package.json"), text);
        return PackageTool.of(PackageFile.read(where, folder, new Faults()).orElseThrow());
    }

    @Test
    void theFileSaysWhichOrALockFileDoes() throws IOException {
        Path inner = folder.resolve("packages/api");
        assertThat(of(inner, "{}")).isEqualTo(PackageTool.NPM);
        Files.writeString(folder.resolve("pnpm-lock.yaml"), "");
        assertThat(of(inner, "{}")).isEqualTo(PackageTool.PNPM);
        Files.writeString(inner.resolve("yarn.lock"), "");
        assertThat(of(inner, "{}")).isEqualTo(PackageTool.YARN);
        assertThat(of(inner, "{\"packageManager\": \"bun@1.1.0\"}")).isEqualTo(PackageTool.BUN);
        assertThat(of(inner, "{\"packageManager\": \"other@1\"}")).isEqualTo(PackageTool.YARN);
    }
}
