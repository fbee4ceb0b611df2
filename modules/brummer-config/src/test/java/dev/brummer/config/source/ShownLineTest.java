package dev.brummer.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "A=abc | A=•••",
        "export A_B='a c' # x | export A_B='• •' # •",
        "MIIEvQIBADAN | ••••••••••••",
        "MIIEvQ== | ••••••==",
        "ab/cd+ef=gh | ••••••••=••",
        "A=${B:?why} | A=${•:?•••}",
        "A=😀x | A=••",
    })
    void ofAnEnvFileOnlyNamesAndSyntaxAreShown(String line, String shown) {
        assertThat(ShownLine.ofVariables(line)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "  DB_PASSWORD: hunter2 # mine |   DB_PASSWORD: ••••••• # mine",
        "{A_TOKEN: a b, PORT: 80, B_KEY: \"x, y\"} | {A_TOKEN: • •, PORT: 80, B_KEY: \"•• •\"}",
        "- API_KEY=abc | - API_KEY=•••",
        "PASSWORD: 'ab | PASSWORD: '••",
        "TOKEN: \"Bearer ${TOKEN}\" | TOKEN: \"•••••• ${TOKEN}\"",
        "TOKEN: ${TOKEN:?set it} | TOKEN: ${TOKEN:?set it}",
        "TOKEN: ${TOKEN:-hunter2} | TOKEN: ${TOKEN:••••••••}",
        "token: 😀x, a: b | token: ••, a: b",
    })
    void ofOtherFilesWhatKeysCallSecretIsHidden(String line, String shown) {
        assertThat(ShownLine.ofKeys(line).strip()).isEqualTo(shown.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"command: npm start", "key: value", "services: {web: {command: a}}", "tokens", ""})
    void everythingElseIsShownAsItIs(String line) {
        assertThat(ShownLine.ofKeys(line)).isEqualTo(line);
    }

    @Test
    void nothingBecomesWider() {
        assertThat(ShownLine.ofKeys("A_KEY: äöü")).hasSameSizeAs("A_KEY: äöü");
    }
}
