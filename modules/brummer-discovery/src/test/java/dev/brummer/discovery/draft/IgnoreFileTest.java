package dev.brummer.discovery.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreFileTest {
    private static final String ALL = "/.brummer/*\n!/.brummer/plugins/\n/brummer.local.yaml\n";

    @Test
    void whatIsLackingComesToTheEnd() {
        assertThat(IgnoreFile.with("")).isEqualTo(ALL);
        assertThat(IgnoreFile.with("target\n")).isEqualTo("target\n" + ALL);
        assertThat(IgnoreFile.with("target")).isEqualTo("target\n" + ALL);
    }

    @Test
    void nothingIsAddedTwice() {
        assertThat(IgnoreFile.with(ALL)).isSameAs(ALL);
    }

    @Test
    void lineEndsStayWhatTheyAre() {
        assertThat(IgnoreFile.with("target\r\n")).isEqualTo("target\r\n" + ALL.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".brummer", ".brummer/", "/.brummer/*", "**/.brummer/", " .brummer/** "})
    void theFolderMayBeIgnoredInAnyWay(String line) {
        assertThat(IgnoreFile.with(line + "\n")).isEqualTo(line + "\n/brummer.local.yaml\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"brummer.local.yaml", "/brummer.local.*", "*.local.yaml", "**/brummer.local.yaml"})
    void soMayThePersonsOwnFile(String line) {
        assertThat(IgnoreFile.with(line + "\n")).isEqualTo(line + "\n/.brummer/*\n!/.brummer/plugins/\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# .brummer", "x.brummer", "!.brummer", ".brummer/journal", "brummer.local.yaml.bak", "brummer.yaml"})
    void whatOnlyLooksLikeItDoesNotCount(String line) {
        assertThat(IgnoreFile.with(line + "\n")).isEqualTo(line + "\n" + ALL);
    }
}
