package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void withoutFiltersItIsASignAlone() {
        assertThat(Label.of(List.of(), 80, false)).isEqualTo("❯ ");
    }

    @Test
    void itSaysWhatIsFiltered() {
        assertThat(Label.of(List.of("show level:error", "hide healthz"), 80, false))
                .isEqualTo("show level:error hide healthz ❯ ");
    }

    @Test
    void itLeavesHalfOfTheLineToTypeAt() {
        assertThat(Label.of(List.of("show " + "x".repeat(100)), 40, false))
                .isEqualTo("show " + "x".repeat(14) + "… ❯ ");
        assertThat(Label.of(List.of("show " + "漢".repeat(100)), 40, false))
                .isEqualTo("show " + "漢".repeat(7) + "… ❯ ");
    }

    @Test
    void bothFiltersAreSeenHoweverLongTheyAre() {
        String shown = "show " + "x".repeat(100);
        String hidden = "hide " + "y".repeat(100);
        assertThat(Label.of(List.of(shown, hidden), 40, false)).isEqualTo("show xxxx… hide yyyy… ❯ ");
        assertThat(Label.of(List.of(shown, "hide z"), 40, false)).isEqualTo("show xxxxxxx… hide z ❯ ");
        assertThat(Label.of(List.of("show z", hidden), 40, false)).isEqualTo("show z hide yyyyyyy… ❯ ");
    }

    @Test
    void aPercentSignIsNoPattern() {
        assertThat(Label.of(List.of("show 100%"), 80, false)).isEqualTo("show 100%% ❯ ");
    }

    @Test
    void whatATerminalWouldActOnDoesNotPass() {
        assertThat(Label.of(List.of("show a\u001b[2Jb"), 80, false)).isEqualTo("show a\ufffd[2Jb ❯ ");
    }

    @Test
    void colourIsForThoseWhoWantIt() {
        assertThat(Label.of(List.of("hide x"), 80, true)).contains("\u001b[38;5;130mhide x").contains("❯ ");
    }
}
