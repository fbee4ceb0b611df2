package dev.brummer.cli.capsule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStringsTest {
    private static final UnaryOperator<String> MASKED = text -> text.replace("1234", "***");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"pid":1234,"a":"x1234"}      | {"pid":1234,"a":"x***"}
            "1234\\"1234\\\\",1234        | "***\\"***\\\\",1234
            ["","1234"]                   | ["","***"]
            1234                          | 1234
            "1234                         | "***
            "1234\\                       | "***\\
            """)
    void stringsAloneAreChanged(String json, String changed) {
        assertThat(JsonStrings.changed(json, MASKED)).isEqualTo(changed);
        assertThat(JsonStrings.changed(json, UnaryOperator.identity())).isEqualTo(json);
    }
}
