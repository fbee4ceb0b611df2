package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.CommandLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandWordsTest {
    @Test
    void aSingleWordWithBlanksIsALineForTheShell() {
        assertThat(CommandWords.command(List.of("echo $PORT"))).isEqualTo(new CommandLine.Shell("echo $PORT"));
    }

    @Test
    void anythingElseIsRunAsItStands() {
        assertThat(CommandWords.command(List.of("ls"))).isEqualTo(new CommandLine.Words(List.of("ls")));
        assertThat(CommandWords.command(List.of("echo", "a b")))
                .isEqualTo(new CommandLine.Words(List.of("echo", "a b")));
    }
}
