package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PluginsTextTest {
    private static final List<ListedPlugin> PLUGINS = List.of(
            new ListedPlugin("http", List.of("check"), "0.1.0", "bundled", "Asks a URL.", "", ""),
            new ListedPlugin("acme", List.of("check", "sink"), "", ".brummer/plugins/acme.jar", "Asks Acme.", "", ""),
            new ListedPlugin(
                    "", List.of(), "", ".brummer/plugins/old.jar", "", "is no jar: zip END header not found", "build it again"));

    @Test
    void aTableTellsWhatThereIsAndWhatIsWrongWithTheRest() {
        assertThat(PluginsText.table(PLUGINS, Integer.MAX_VALUE)).isEqualTo("""
                ID    KIND         VERSION  FROM                       STATE
                http  check        0.1.0    bundled                    ok
                acme  check, sink  -        .brummer/plugins/acme.jar  ok
                -     -            -        .brummer/plugins/old.jar   is no jar: zip END header not found; build it again
                """);
    }

    @Test
    void aSentenceThatDoesNotFitGoesOnBelowItself() {
        assertThat(PluginsText.table(PLUGINS, 85)).isEqualTo("""
                ID    KIND         VERSION  FROM                       STATE
                http  check        0.1.0    bundled                    ok
                acme  check, sink  -        .brummer/plugins/acme.jar  ok
                -     -            -        .brummer/plugins/old.jar   is no jar: zip END header not
                                                                       found; build it again
                """);
    }

    @Test
    void inANarrowTerminalSentencesStandBelowAndPathsAreCut() {
        String table = PluginsText.table(PLUGINS, 50);
        assertThat(table.lines()).allMatch(line -> line.length() <= 50);
        assertThat(table).isEqualTo("""
                ID    KIND         VERSION  FROM             STATE
                http  check        0.1.0    bundled          ok
                acme  check, sink  -        …ugins/acme.jar  ok
                -     -            -        …lugins/old.jar
                    is no jar: zip END header not found; build it
                    again
                """);
    }

    @Test
    void jsonLeavesOpenWhatIsNotKnown() {
        assertThat(PluginsJson.text(PLUGINS))
                .contains("\"kinds\" : [ \"check\", \"sink\" ]")
                .contains("\"version\" : null")
                .contains("\"state\" : \"broken\"")
                .contains("\"reason\" : \"is no jar: zip END header not found\"")
                .contains("\"hint\" : \"build it again\"");
    }
}
