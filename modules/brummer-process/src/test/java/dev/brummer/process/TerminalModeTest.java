package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests run without a terminal on standard input; with one, the end-to-end tests of the prompt do the rest. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class TerminalModeTest {
    @Test
    void withoutATerminalThereIsNoMode() {
        assertThat(TerminalMode.found()).isEmpty();
    }

    @Test
    void withoutATerminalThereIsNoPlace() {
        assertThat(TerminalMode.place()).isEqualTo(TerminalMode.Place.NOWHERE);
    }

    @Test
    void aThreadMayBeToldToFailInTheBackground() {
        assertThatCode(TerminalMode::failInBackground).doesNotThrowAnyException();
    }
}
