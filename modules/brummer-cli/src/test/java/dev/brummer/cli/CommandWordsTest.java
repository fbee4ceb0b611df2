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

    private static List<String> named(String... words) {
        return CommandWords.named(List.of(words), RunCommand.VERB.options());
    }

    @Test
    void whateverFollowsTheNameIsNoOptionOfBrum() {
        assertThat(named("load", "--users", "5")).containsExactly("load", "--", "--users", "5");
        assertThat(named("--env", "A=1", "--no-report", "load", "-h"))
                .containsExactly("--env", "A=1", "--no-report", "load", "--", "-h");
        assertThat(named("load", "--", "-x")).containsExactly("load", "--", "-x");
        assertThat(named("load")).containsExactly("load");
        assertThat(named("--env")).containsExactly("--env");
        assertThat(named()).isEmpty();
    }

    @Test
    void wordsAreAppendedAsIfTheyHadBeenWrittenThere() {
        assertThat(CommandWords.appended(new CommandLine.Words(List.of("k6")), List.of("it's", "$A")))
                .isEqualTo(new CommandLine.Words(List.of("k6", "it's", "$A")));
        assertThat(CommandWords.appended(new CommandLine.Shell("cd x\nk6 run\n"), List.of("a=b", "it's", "", "$A b")))
                .isEqualTo(new CommandLine.Shell("cd x\nk6 run a=b 'it'\\''s' '' '$A b'"));
        assertThat(CommandWords.appended(new CommandLine.Shell("k6\n"), List.of())).isEqualTo(new CommandLine.Shell("k6\n"));
    }
}
