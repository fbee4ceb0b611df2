package dev.brummer.plugins.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.Options;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("logs/all.txt");
    }

    private void write(Rotation rotation, String... frames) throws IOException {
        try (RotatingFile file = RotatingFile.open(file(), rotation)) {
            for (String frame : frames) {
                file.write(ByteBuffer.wrap(frame.getBytes(UTF_8)));
            }
        }
    }

    private String older(int number) throws IOException {
        return Files.readString(folder.resolve("logs/all.txt." + number));
    }

    @Test
    void withoutALimitItGrows() throws IOException {
        write(Rotation.NONE, "one\n", "two\n".repeat(1000));
        write(Rotation.NONE, "three\n");
        assertThat(Files.readString(file())).isEqualTo("one\n" + "two\n".repeat(1000) + "three\n");
        assertThat(folder.resolve("logs")).isDirectoryNotContaining("glob:**.1");
    }

    @Test
    void aLineThatWouldExceedTheSizeBeginsANewFile() throws IOException {
        write(new Rotation(8, 3), "one\ntwo\nthree\n");
        assertThat(older(1)).isEqualTo("one\ntwo\n");
        assertThat(Files.readString(file())).isEqualTo("three\n");
    }

    @Test
    void olderFilesMoveUpAndTheOldestGoes() throws IOException {
        write(new Rotation(4, 2), "1aa\n2bb\n3cc\n4dd\n");
        assertThat(Files.readString(file())).isEqualTo("4dd\n");
        assertThat(older(1)).isEqualTo("3cc\n");
        assertThat(older(2)).isEqualTo("2bb\n");
        assertThat(folder.resolve("logs/all.txt.3")).doesNotExist();
    }

    @Test
    void filesFromATimeWhenMoreWereKeptGo() throws IOException {
        write(new Rotation(4, 5), "1aa\n2bb\n3cc\n4dd\n5ee\n6ff\n");
        write(new Rotation(4, 2), "7gg\n");
        assertThat(older(1)).isEqualTo("6ff\n");
        assertThat(older(2)).isEqualTo("5ee\n");
        assertThat(folder.resolve("logs/all.txt.3")).doesNotExist();
        assertThat(folder.resolve("logs/all.txt.5")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsAppendedToUntilItIsFull() throws IOException {
        write(new Rotation(8, 3), "one\n");
        write(new Rotation(8, 3), "two\n", "three\n");
        assertThat(older(1)).isEqualTo("one\ntwo\n");
        assertThat(Files.readString(file())).isEqualTo("three\n");
    }

    @Test
    void aLineLargerThanAFileHasOneOfItsOwn() throws IOException {
        write(new Rotation(4, 5), "a\n" + "long".repeat(10) + "\nb\nc\n");
        assertThat(older(2)).isEqualTo("a\n");
        assertThat(older(1)).isEqualTo("long".repeat(10) + "\n");
        assertThat(Files.readString(file())).isEqualTo("b\nc\n");
    }

    @Test
    void halfALineFromAnEarlierStartIsEnded() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"type\":\"lo");
        write(Rotation.NONE, "next\n");
        assertThat(Files.readString(file())).isEqualTo("{\"type\":\"lo\nnext\n");
    }

    @Test
    void everyLineIsThereOnceAndInOrderWhereTheFilesSuffice() throws IOException {
        long seed = new Random().nextLong();
        List<String> written = writeAtRandom(new Random(seed), 1000);
        assertThat(kept(1000)).as("seed %d", seed).isEqualTo(written);
        assertThat(folder.resolve("logs/all.txt.10")).exists();
    }

    @Test
    void whereTheyDoNotSufficeTheOldestLinesAreMissingAndNoOthers() throws IOException {
        long seed = new Random().nextLong();
        List<String> written = writeAtRandom(new Random(seed), 3);
        List<String> kept = kept(3);
        assertThat(kept.size()).as("seed %d", seed).isBetween(1, written.size() - 1);
        assertThat(written).as("seed %d", seed).endsWith(kept.toArray(String[]::new));
    }

    private List<String> writeAtRandom(Random random, int most) throws IOException {
        List<String> written = new ArrayList<>();
        while (written.size() < 3000) {
            List<String> frames = new ArrayList<>();
            for (int i = random.nextInt(20); i >= 0; i--) {
                frames.add(frame(random, written));
            }
            write(new Rotation(500 + random.nextInt(2000), most), frames.toArray(String[]::new));
        }
        return written;
    }

    private static String frame(Random random, List<String> written) {
        var frame = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            String line = written.size() + " " + "ü".repeat(random.nextInt(random.nextInt(10) == 0 ? 300 : 20));
            written.add(line);
            frame.append(line).append('\n');
        }
        return frame.toString();
    }

    private List<String> kept(int most) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = most; i >= 1; i--) {
            if (Files.exists(folder.resolve("logs/all.txt." + i))) {
                assertThat(older(i)).endsWith("\n");
                lines.addAll(older(i).lines().toList());
            }
        }
        lines.addAll(Files.readAllLines(file()));
        return lines;
    }

    @Test
    void noFileIsLargerThanItsSize() throws IOException {
        write(new Rotation(100, 500), "0123456789\n".repeat(500));
        try (var files = Files.list(file().getParent())) {
            assertThat(files.toList()).hasSize(56).allSatisfy(each -> assertThat(each).hasSize(
                    each.equals(file()) ? 500 * 11 - 55 * 99 : 99));
        }
    }

    @Test
    void whatStandsInTheWayOfARotationIsSaid() throws IOException {
        Files.createDirectories(folder.resolve("logs/all.txt.1/not empty"));
        assertThatThrownBy(() -> write(new Rotation(4, 1), "one\n", "two\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot begin a new file after " + file())
                .hasMessageEndingWith("let brum rename files in that folder, or leave 'max_size' out");
        assertThat(Files.readString(file())).isEqualTo("one\n");
    }

    @Test
    void aFileThatSomebodyTookAwayBeginsAnew() throws IOException {
        try (RotatingFile file = RotatingFile.open(file(), new Rotation(4, 2))) {
            file.write(ByteBuffer.wrap("one\n".getBytes(UTF_8)));
            Files.delete(file());
            file.write(ByteBuffer.wrap("two\n".getBytes(UTF_8)));
        }
        assertThat(Files.readString(file())).isEqualTo("two\n");
    }

    @Test
    void aDeviceIsNotRenamed() {
        assertThatThrownBy(() -> RotatingFile.open(Path.of("/dev/null"), new Rotation(10, 1)))
                .hasMessage("cannot write to /dev/null:"
                        + " it is no regular file and cannot be renamed; leave 'max_size' out");
    }

    @Test
    void aFullDiskIsSaid() throws IOException {
        try (RotatingFile file = RotatingFile.open(Path.of("/dev/full"), Rotation.NONE)) {
            assertThatThrownBy(() -> file.write(ByteBuffer.wrap("one\n".getBytes(UTF_8))))
                    .hasMessage("cannot write to /dev/full: No space left on device");
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        var options = new Options(Map.of("max_size", 10L, "max_files", 1001L));
        assertThatThrownBy(() -> Rotation.of(options)).hasMessage("'max_files' must be from 1 to 1000, not 1001");
        assertThat(Rotation.of(new Options(Map.of("max_files", 3L)))).isEqualTo(Rotation.NONE);
        assertThat(Rotation.of(new Options(Map.of("max_size", 10L, "max_files", 3L)))).isEqualTo(new Rotation(10, 3));
    }
}
