package dev.brummer.cli.capsule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapsuleFolderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.5Z");

    @TempDir
    private Path own;

    private static Capsule saying(String report) {
        return Capsule.of(Map.of(Part.REPORT, report, Part.LOG, "\u001b[2J ünï\n"), text -> text.replace("secret", "***"));
    }

    @Test
    void whatIsKeptIsReadAgainAndBelongsToOnePerson() throws Exception {
        CapsuleFile kept = CapsuleFolder.in(own).keep(saying("it failed, secret\nand more\n"), NOON);
        assertThat(kept.path()).isEqualTo(own.resolve("capsules/2026-11-22T12-00-00.500Z.zip"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.path()))).isEqualTo("rw-------");
        assertThat(kept.headline()).isEqualTo("it failed, ***");
        assertThat(kept.text(Part.LOG)).isEqualTo("\u001b[2J ünï\n");
        assertThat(kept.text(Part.README)).contains("report.txt      the outcome").doesNotContain("config.yaml");
        assertThatThrownBy(() -> kept.text(Part.CONFIG)).isInstanceOf(NoCapsuleException.class).hasMessageEndingWith(
                "has no config.yaml");
    }

    @Test
    void theNewestTenAreKeptAndNothingElseIsTouched() throws Exception {
        CapsuleFolder folder = CapsuleFolder.in(own);
        Files.createDirectories(folder.path());
        Files.writeString(folder.path().resolve("mine.zip"), "");
        for (int i = 0; i < 12; i++) {
            CapsuleFile ignored = folder.keep(saying(i + " failed"), NOON.plusSeconds(i));
        }
        assertThat(folder.all()).hasSize(10);
        assertThat(folder.all().getFirst().headline()).isEqualTo("2 failed");
        assertThat(folder.newest().headline()).isEqualTo("11 failed");
        assertThat(folder.path()).isDirectoryContaining("glob:**/mine.zip");
        assertThat(Files.list(folder.path())).hasSize(11);
    }

    @Test
    void twoOfTheSameMomentAreTwo() throws Exception {
        CapsuleFolder folder = CapsuleFolder.in(own);
        CapsuleFile first = folder.keep(saying("1"), NOON);
        CapsuleFile second = folder.keep(saying("2"), NOON);
        assertThat(folder.all()).containsExactly(first, second);
    }

    @Test
    void oneIsMeantByItsFileOrTheBeginningOfItsName() throws Exception {
        CapsuleFolder folder = CapsuleFolder.in(own);
        assertThatThrownBy(folder::newest).isInstanceOf(NoCapsuleException.class).hasMessageContaining("no test has failed");
        CapsuleFile first = folder.keep(saying("1"), NOON);
        CapsuleFile second = folder.keep(saying("2"), NOON.plusSeconds(60));
        assertThat(folder.meant("2026-11-22T12-01")).isEqualTo(second);
        assertThat(folder.meant(first.path().toString())).isEqualTo(first);
        assertThatThrownBy(() -> folder.meant("2026")).hasMessageContaining("beginning of 2 capsules");
        assertThatThrownBy(() -> folder.meant("2025")).hasMessageContaining("there is no file '2025'");
        assertThatThrownBy(() -> folder.meant("\0")).isInstanceOf(NoCapsuleException.class);
    }

    private CapsuleFile zip(String name, byte[] content) throws IOException {
        Path path = own.resolve("strange.zip");
        try (OutputStream file = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < 33; i++) {
                zip.write(content);
            }
            zip.closeEntry();
        }
        return new CapsuleFile(path);
    }

    @Test
    void whatIsNoCapsuleIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(own.resolve("text"), "not a zip");
        assertThatThrownBy(() -> new CapsuleFile(text).headline())
                .isInstanceOf(NoCapsuleException.class)
                .hasMessageContaining("is no capsule");
        assertThatThrownBy(() -> new CapsuleFile(own.resolve("none")).headline()).hasMessageContaining("there is no file");
        assertThatThrownBy(() -> zip("../report.txt", "x".getBytes(StandardCharsets.UTF_8)).headline())
                .isInstanceOf(NoCapsuleException.class)
                .hasMessageContaining("has no report.txt");
    }

    @Test
    void whatGrowsWithoutEndIsNotUnpacked() throws Exception {
        assertThatThrownBy(() -> zip("report.txt", new byte[1 << 20]).headline())
                .isInstanceOf(NoCapsuleException.class)
                .hasMessageContaining("too large");
    }
}
