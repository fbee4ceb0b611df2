package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourChoiceTest {
    @ParameterizedTest(name = "{0}, NO_COLOR={1}, CLICOLOR_FORCE={2}, TERM={3}, terminal {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "always, 1, 0, dumb, false, true",
                "never, -, 1, xterm, true, false",
                "auto, -, -, xterm, true, true",
                "auto, -, -, -, true, true",
                "auto, -, -, xterm, false, false",
                "auto, -, -, dumb, true, false",
                "auto, 1, -, xterm, true, false",
                "auto, '', -, xterm, true, true",
                "auto, 1, 1, xterm, true, false",
                "auto, -, 1, xterm, false, true",
                "auto, -, 1, dumb, false, true",
                "auto, -, 0, xterm, false, false",
                "auto, -, 0, xterm, true, true",
                "auto, -, '', xterm, false, false"
            })
    void theOptionWinsThenTheEnvironmentThenTheTerminal(
            String option, String noColour, String force, String term, boolean terminal, boolean expected)
            throws UsageException {
        Map<String, String> environment = new HashMap<>();
        environment.put("NO_COLOR", noColour);
        environment.put("CLICOLOR_FORCE", force);
        environment.put("TERM", term);
        environment.values().removeIf(Objects::isNull);
        assertThat(ColourChoice.of(option).decide(environment, terminal)).isEqualTo(expected);
    }
}
