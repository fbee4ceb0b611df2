package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {
    private static final ControlFile OURS = new ControlFile("http://127.0.0.1:4711", "secret", 42);

    @TempDir
    private Path folder;

    private Path own;

    @BeforeEach
    void make() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void nobodyElseCanReadIt() throws IOException {
        OURS.write(own);
        assertThat(mode(own.resolve("control.json"))).isEqualTo("rw-------");
        assertThat(ControlFile.read(own)).contains(OURS);
        assertThat(own).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatAnEarlierStartLeftIsReplacedWhateverItsMode() throws IOException {
        Path left = Files.writeString(own.resolve("control.json"), "{}");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path unfinished = Files.writeString(own.resolve("control.json.new"), "{");
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-rw-rw-"));
        OURS.write(own);
        assertThat(mode(left)).isEqualTo("rw-------");
        assertThat(ControlFile.read(own)).contains(OURS);
    }

    @Test
    void aLinkInItsPlaceIsReplacedAndNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "keep me");
        for (String name : new String[] {"control.json", "control.json.new"}) {
            Files.deleteIfExists(own.resolve(name));
            Files.createSymbolicLink(own.resolve(name), elsewhere);
        }
        OURS.write(own);
        assertThat(elsewhere).hasContent("keep me");
        assertThat(own.resolve("control.json")).isRegularFile().matches(file -> !Files.isSymbolicLink(file));
        assertThat(own.resolve("control.json.new")).doesNotExist();
    }

    @Test
    void aLinkIsNotBelievedEither() throws IOException {
        OURS.write(folder);
        Files.createSymbolicLink(own.resolve("control.json"), folder.resolve("control.json"));
        assertThatThrownBy(() -> ControlFile.read(own)).isInstanceOf(IOException.class);
    }

    @Test
    void onlyItsOwnerTakesItAway() throws IOException {
        ControlFile newer = new ControlFile("http://127.0.0.1:1", "other", 43);
        newer.write(own);
        OURS.remove(own);
        assertThat(ControlFile.read(own)).contains(newer);
        newer.remove(own);
        assertThat(ControlFile.read(own)).isEmpty();
        newer.remove(own);
    }

    @Test
    void itsTokenIsNotShown() {
        assertThat(OURS.toString()).doesNotContain("secret");
    }
}
