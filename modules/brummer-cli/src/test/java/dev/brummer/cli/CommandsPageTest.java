package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that documents the commands names what there is, and nothing else. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("../../docs/commands.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?:`-\\w`, )?`--([a-z-]+)[ `]");

    static List<Verb> verbs() {
        return Verb.ALL;
    }

    /** The chapter under a heading, up to the next one. */
    private static String chapter(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("\n## " + heading + "\n");
        assertThat(begin).as("chapter '%s'", heading).isNotNegative();
        int end = page.indexOf("\n## ", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end);
    }

    private static List<String> rows(String chapter) {
        List<String> rows = new ArrayList<>();
        ROW.matcher(chapter).results().forEach(row -> rows.add(row.group(1)));
        return rows;
    }

    private static List<String> names(Options options) {
        return options.getOptions().stream().map(Option::getLongOpt).toList();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyCommandHasAChapterWithExactlyItsOptions(Verb verb) throws IOException {
        String heading = "brum " + verb.name() + (verb.operands().isEmpty() ? "" : " " + verb.operands());
        assertThat(rows(chapter(heading))).containsExactlyInAnyOrderElementsOf(names(verb.options()));
    }

    @Test
    void theOptionsOfEveryCommandAreThereToo() throws IOException {
        assertThat(rows(chapter("Options of every command")))
                .containsExactlyInAnyOrderElementsOf(names(GlobalOptions.addTo(new Options(), true)));
    }

    @Test
    void everyExitCodeIsExplained() throws IOException {
        String chapter = chapter("Exit codes");
        for (ExitCode code : ExitCode.values()) {
            assertThat(chapter).contains("\n| " + code.number() + " | ");
        }
    }
}
