package dev.brummer.logs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/queries.md} shows is so. */
class QueriesPageTest {
    private static final Pattern BLOCK = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsExamplesCanBeRead() throws IOException, QueryException {
        List<String> examples = blocks().getFirst().lines().map(line -> line.split(" {3,}")[0]).toList();
        assertThat(examples).hasSizeGreaterThan(5);
        for (String example : examples) {
            assertThat(Query.parse(example, Dialect.PROMPT)).hasToString(example);
        }
    }

    @Test
    void itsTermsCanBeRead() throws IOException, QueryException {
        List<String> terms = page().lines()
                .filter(line -> line.matches("\\| `[^`]+`.*"))
                .map(line -> line.replaceFirst("\\| `([^`]+)`.*", "$1"))
                .filter(term -> term.contains(":") || term.contains("/") || term.contains("\""))
                .toList();
        assertThat(terms).hasSizeGreaterThan(10);
        for (String term : terms) {
            String value = term.matches("[0-9\"].*") && !term.contains("words") ? "since:" + term : term;
            assertThat(Query.parse(value, Dialect.PROMPT).isAll()).as(term).isFalse();
        }
    }

    @Test
    void itsFaultIsToldLikeThat() throws IOException {
        String shown = blocks().getLast();
        String query = shown.lines().toList().get(1).strip();
        QueryException fault =
                catchThrowableOfType(QueryException.class, () -> Query.parse(query, Dialect.PROMPT));
        assertThat(fault.rendering() + "\n").isEqualTo(shown);
    }

    private static List<String> blocks() throws IOException {
        Matcher blocks = BLOCK.matcher(page());
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../../docs/queries.md"));
    }
}
