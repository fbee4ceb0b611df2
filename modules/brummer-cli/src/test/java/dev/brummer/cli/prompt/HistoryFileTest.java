package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    private Path folder;

    private List<String> kept() throws IOException {
        return new HistoryFile(file()).load();
    }

    private Path file() {
        return folder.resolve("typed");
    }

    @Test
    void whatIsTypedIsThereTheNextTime() throws IOException {
        HistoryFile first = new HistoryFile(file());
        assertThat(first.load()).isEmpty();
        first.add("/show größer ❯");
        first.add("/hide x ");
        assertThat(kept()).containsExactly("/show größer ❯", "/hide x");

        HistoryFile second = new HistoryFile(file());
        assertThat(second.load()).hasSize(2);
        second.add("/show");
        assertThat(kept()).containsExactly("/show größer ❯", "/hide x", "/show");
    }

    @Test
    void nothingTheSameAgainAndWhatBeginsWithABlankAreNotKept() throws IOException {
        HistoryFile history = new HistoryFile(file());
        for (String line : List.of("", " ", "/show a", " /show secret", "/show a", "/show b", "/show a")) {
            history.add(line);
        }
        assertThat(kept()).containsExactly("/show a", "/show b", "/show a");
    }

    @Test
    void itIsBounded() throws IOException {
        Files.write(file(), IntStream.rangeClosed(1, 1001).mapToObj(i -> "/show " + i).toList());
        assertThat(kept()).hasSize(500).startsWith("/show 502").endsWith("/show 1001");
        assertThat(Files.readAllLines(file())).hasSize(500);
    }

    @Test
    void aTornFileIsBegunAnew() throws IOException {
        Files.write(file(), new byte[] {'/', (byte) 0xC3, '\n'});
        assertThat(kept()).isEmpty();
        assertThat(file()).isEmptyFile();
    }

    @Test
    void aFileThatCannotBeReadIsSaid() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(this::kept).isInstanceOf(IOException.class);
    }
}
