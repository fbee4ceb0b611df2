package dev.brummer.runtime.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of gitignore(5), as far as a watch follows them. */
class WatchIgnoreTest {
    private static final Path ROOT = Path.of("/project");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "*.log | a.log", "*.log | sub/a.log", "logs | logs/a", "logs/ | sub/logs/a", "/top | top/a", "doc/*.txt | doc/a.txt",
        "doc/**/a | doc/a", "doc/**/a | doc/x/y/a", "**/gen | a/b/gen", "gen/** | gen/a/b", "a?c | abc", "[ab].js | b.js",
        "[!ab].js | c.js", "\\#note | '#note'", "\\!important | !important", "a.b+c | a.b+c", "sp ace | sp ace",
        "[0-9]* | 7up", "foo* | sub/foobar/x",
    })
    void leavesOut(String pattern, String path) {
        assertThat(ignored(List.of(pattern), path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "*.log | a.logs", "/top | sub/top", "doc/*.txt | doc/sub/a.txt", "doc/*.txt | sub/doc/a.txt", "logs/ | logs",
        "'# *.js' | a.js", "a?c | a/c", "[!ab].js | a.js", "gen/** | gen", "a.b | axb", "'' | a", "/ | a", "[z-a] | z",
    })
    void keeps(String pattern, String path) {
        assertThat(ignored(List.of(pattern), path)).isFalse();
    }

    @Test
    void aLaterLineBringsBackWhatAnEarlierOneLeftOut() {
        List<String> lines = List.of("*.log", "!keep.log", "out/", "!out/keep.txt");
        assertThat(ignored(lines, "a.log")).isTrue();
        assertThat(ignored(lines, "keep.log")).isFalse();
        // As git has it: nothing in a folder that is left out can be brought back.
        assertThat(ignored(lines, "out/keep.txt")).isTrue();
    }

    @Test
    void theUsualHeavyFoldersAreLeftOutUnlessTheyAreAskedFor() {
        IgnoreRules rules = IgnoreRules.heavyFolders();
        assertThat(rules.ignore(ROOT, ROOT.resolve("web/node_modules/x/index.js"), false)).isTrue();
        assertThat(rules.ignore(ROOT, ROOT.resolve(".git"), true)).isTrue();
        assertThat(rules.ignore(ROOT, ROOT.resolve("src/.app.js.swp"), false)).isTrue();
        assertThat(rules.ignore(ROOT, ROOT.resolve("src/#app.js#"), false)).isTrue();
        assertThat(rules.ignore(ROOT, ROOT.resolve("src/target.js"), false)).isFalse();
        Path classes = ROOT.resolve("target/classes");
        assertThat(rules.ignore(classes, classes.resolve("App.class"), false)).isFalse();
        assertThat(rules.and(ROOT, List.of("!dist")).ignore(ROOT, ROOT.resolve("dist/app.js"), false)).isFalse();
    }

    @Test
    void aFileDeeperDownSpeaksOfItsOwnFolder() {
        IgnoreRules rules = IgnoreRules.heavyFolders().and(ROOT.resolve("web"), List.of("/gen"));
        assertThat(rules.ignore(ROOT, ROOT.resolve("web/gen/a"), false)).isTrue();
        assertThat(rules.ignore(ROOT, ROOT.resolve("gen/a"), false)).isFalse();
    }

    private static boolean ignored(List<String> lines, String path) {
        return IgnoreRules.heavyFolders().and(ROOT, lines).ignore(ROOT, ROOT.resolve(path), false);
    }
}
