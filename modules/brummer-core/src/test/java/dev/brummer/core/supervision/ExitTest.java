package dev.brummer.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.core.model.Command;
import dev.brummer.core.model.Template;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitTest {
    private static Command shell(String line) {
        return new Command.Shell(Template.literal(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|exit 0",
                "1|exit 1",
                "126|exit 126: the command is not executable",
                "127|exit 127: command not found",
                "128|exit 128",
                "130|killed by SIGINT (exit 130)",
                "137|killed by SIGKILL (exit 137), likely out of memory",
                "139|killed by SIGSEGV (exit 139)",
                "143|killed by SIGTERM (exit 143)",
                "255|exit 255"
            })
    void aCodeInWords(int code, String words) {
        assertThat(new Exit(code).words()).isEqualTo(words);
    }

    @Test
    void aProgramThatWasNotFoundIsNamed() {
        assertThat(new Exit(127).words(shell("  nodemon --watch src ")))
                .isEqualTo("exit 127: command not found: nodemon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a && b", "a; b", "a | b", "PORT=1 a", "a $(b)", "\"my app\" x"})
    void whereTheShellRunsMoreNobodyKnowsWhichItWas(String line) {
        assertThat(new Exit(127).words(shell(line))).isEqualTo("exit 127: command not found");
    }

    @Test
    void otherCodesAndWordsWithoutShellSayNothingOfAProgram() {
        assertThat(new Exit(1).words(shell("nodemon"))).isEqualTo("exit 1");
        assertThat(new Exit(127).words(new Command.Words(List.of(Template.literal("nodemon")))))
                .isEqualTo("exit 127: command not found");
    }
}
