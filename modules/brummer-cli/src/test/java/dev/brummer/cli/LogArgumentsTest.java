package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogArgumentsTest {
    private static LogArguments read(String line) throws UsageException {
        var meaning = new CommandLines(Verb.ALL).read(List.of(line.split(" ")), Path.of("/home/me"), "brum 1.2.3");
        return LogArguments.of(((CommandLines.Meaning.Run) meaning).invocation().typed());
    }

    @ParameterizedTest
    @CsvSource({
        "--start previous,--start",
        "--since 5m,--since",
        "-f,--follow",
        "-n 5,--lines",
        "-C 2,--context",
        "--timestamps,--timestamps",
        "--no-prefix,--no-prefix",
        "auth,query such as 'auth'",
        "-auth error,query such as 'not:auth'",
    })
    void theListOfStartsTakesNothingThatIsOfLines(String typed, String refused) {
        for (String line : List.of("logs --starts " + typed, "logs " + typed + " --starts")) {
            assertThatThrownBy(() -> read(line))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("logs --starts lists the starts and takes no " + refused);
        }
    }

    @Test
    void theListOfStartsTakesAFormAndWhatEveryCommandTakes() throws UsageException {
        LogArguments asked = read("logs --starts --output json --dir shop --profile staging --color never");

        assertThat(asked.starts()).isTrue();
        assertThat(asked.json()).isTrue();
    }
}
