package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputExceptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"Broken pipe", "Input/output error"})
    void aReaderThatIsGoneMissesNothing(String reason) {
        assertThat(new OutputException(new IOException(reason)))
                .hasMessage("nobody reads its output any more")
                .extracting(OutputException::isUnread)
                .isEqualTo(true);
    }

    @Test
    void whatCannotBeWrittenAlthoughItIsReadSaysWhy() {
        assertThat(new OutputException(new IOException("No space left on device")))
                .hasMessage("the output cannot be written: No space left on device")
                .extracting(OutputException::isUnread)
                .isEqualTo(false);
    }
}
