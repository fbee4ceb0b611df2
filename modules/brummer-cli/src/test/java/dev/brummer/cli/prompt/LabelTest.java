package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void withoutFiltersItIsASignAlone() {
        assertThat(Label.of("", 80, false)).isEqualTo("❯ ");
    }

    @Test
    void itSaysWhatIsFiltered() {
        assertThat(Label.of("show level:error hide healthz ", 80, false)).isEqualTo("show level:error hide healthz ❯ ");
    }

    @Test
    void itLeavesHalfOfTheLineToTypeAt() {
        assertThat(Label.of("show " + "x".repeat(100) + " ", 40, false)).isEqualTo("show " + "x".repeat(14) + "… ❯ ");
        assertThat(Label.of("show " + "漢".repeat(100) + " ", 40, false)).isEqualTo("show " + "漢".repeat(7) + "… ❯ ");
    }

    @Test
    void aPercentSignIsNoPattern() {
        assertThat(Label.of("show 100% ", 80, false)).isEqualTo("show 100%% ❯ ");
    }

    @Test
    void whatATerminalWouldActOnDoesNotPass() {
        assertThat(Label.of("show a\u001b[2Jb ", 80, false)).isEqualTo("show a\ufffd[2Jb ❯ ");
    }

    @Test
    void colourIsForThoseWhoWantIt() {
        assertThat(Label.of("hide x ", 80, true)).contains("\u001b[38;5;130mhide x").contains("❯ ");
    }
}
