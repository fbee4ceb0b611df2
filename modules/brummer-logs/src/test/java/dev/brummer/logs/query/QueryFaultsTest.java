package dev.brummer.logs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of queries that cannot be read or bound. */
class QueryFaultsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/brummer/logs/query/faults.expected");
    private static final List<String> WRONG = List.of(
            "servce:auth error", "x levle:error", "Service auth services:a", "level:bad", "level:eror", "level:eror+",
            "level:warn++", "stream:stdin", "stream:stder", "run:0", "run:first", "since:yesterday", "since:5",
            "since:25:00", "until:2026-02-30", "until:2026-11-22Tx", "service:", "level: error", "id:", "not:",
            "not: x", "(not:)", "\"open", "a \"b\\\"", "\"\"", "service:\"\"", "or x", "x or", "x or or y", "or",
            "(a or b", "x (", "()", "a not:()", "/[a/", "x /a(b/ y", "/*a/", "/a\\/(b/", "/(?<1>a)/", "/a{2,1}/",
            "漢字 level:bad", "\t level:bad", "service:uath", "service:nobody", "service:data", "-(x or service:data)",
            "service:Night  Shift x", "service:nobody Shift",
            "stage:cor", "stage:nothing", "since:mark");

    @Test
    void isToldWithItsPlaceAndWhatToTypeInstead() throws IOException {
        var told = new StringBuilder();
        for (String query : WRONG) {
            told.append(fault(query).rendering()).append("\n\n");
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, told, StandardCharsets.UTF_8);
        }
        assertThat(told.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void placesCountInTheTextAsTyped() {
        QueryException fault = fault("auth level:bad x");
        assertThat(fault).hasMessage("'bad' is no level: trace, debug, info, warn, error");
        assertThat(fault.position()).isEqualTo(11);
        assertThat(fault.length()).isEqualTo(3);
    }

    @Test
    void placesOfArgumentsCountInThemJoinedByBlanks() {
        List<String> arguments = List.of("", "two words", "x level:bad");
        QueryException fault =
                catchThrowableOfType(QueryException.class, () -> Query.parse(arguments, Dialect.COMMAND_LINE));
        assertThat(fault.position()).isEqualTo(19);
        assertThat(fault.rendering()).endsWith("\n" + " ".repeat(21) + "^^^");
    }

    @Test
    void aLongQueryIsShownAroundTheFault() {
        String rendering = fault("x ".repeat(500) + "level:bad" + " y".repeat(500)).rendering();
        assertThat(rendering.lines()).hasSize(3).allMatch(line -> line.length() < 140);
        List<String> lines = rendering.lines().toList();
        assertThat(lines.get(2).indexOf("^^^")).isEqualTo(lines.get(1).indexOf("bad"));
    }

    @Test
    void whatATerminalWouldActOnIsNotShown() {
        assertThat(fault("\u001b[31m level:\u001b[2J").rendering()).doesNotContain("\u001b");
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(fault("(".repeat(100_000))).hasMessage("the query is nested too deep");
        assertThat(fault("not:".repeat(100_000) + "x")).hasMessage("the query is nested too deep");
        assertThat(fault("/" + "(".repeat(1000) + "a" + ")".repeat(990) + "/"))
                .hasMessageContaining("no regular expression");
        assertThat(fault("/" + "a".repeat(3000) + "/")).hasMessage("the regular expression is too long");
    }

    private static QueryException fault(String query) {
        QueryException fault = catchThrowableOfType(
                QueryException.class, () -> Query.parse(query, Dialect.PROMPT).bind(new TestingScope()));
        assertThat(fault).as("fault of " + query).isNotNull();
        return fault;
    }
}
