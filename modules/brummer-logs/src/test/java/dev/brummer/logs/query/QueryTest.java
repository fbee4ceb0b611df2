package dev.brummer.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, and the normal form it is read as. */
class QueryTest {
    /** @param delimiter a tab, which no query here has */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "timeout                        → timeout",
                "  two   words                  → two words",
                "\"two words\"                  → \"two words\"",
                "\"a \\\" and a \\\\\"          → \"a \\\" and a \\\\\"",
                "/a b|c/                        → /a b|c/",
                "/a\\/b/                        → /a\\/b/",
                "SERVICE:auth                   → service:auth",
                "service:\"Auth Service\"       → service:\"Auth Service\"",
                "stage:core stream:STDERR run:2 → stage:core stream:stderr run:2",
                "level:ERROR level:Warning+     → level:error level:warn+",
                "since:90m until:14:05          → since:1h30m until:14:05",
                "since:9:05:00 since:MARK       → since:09:05 since:mark",
                "until:2026-11-22               → until:2026-11-22T00:00",
                "until:\"2026-11-22 14:05:06\"  → until:2026-11-22T14:05:06",
                "until:2026-11-22T14:05+01:00   → until:2026-11-22T13:05:00Z",
                "id:a1b2c3                      → id:a1b2c3",
                "a or b                         → a or b",
                "a b OR c d                     → a b or c d",
                "(a or b) c                     → (a or b) c",
                "a (b c) ((d))                  → a b c d",
                "(a or (b or c))                → a or b or c",
                "not:a NOT:\"b c\"              → not:a not:\"b c\"",
                "not:(a or b) not:not:c         → not:(a or b) not:not:c",
                "not:(a b)                      → not:(a b)",
                "not:or                         → not:\"or\"",
                "-a -\"b c\" -/d/ -run:2        → not:a not:\"b c\" not:/d/ not:run:2",
                "-(a or b) -x                   → not:(a or b) not:x",
            })
    void isRead(String typed, String normal) throws QueryException {
        assertThat(prompt(typed)).hasToString(normal);
        assertThat(prompt(normal)).isEqualTo(prompt(typed));
        assertThat(Query.parse(normal, Dialect.COMMAND_LINE)).isEqualTo(prompt(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/health", "Error:", "10:30", "error: failed", "user:bob", "java.Error:x", "::1",
                "a-b", "don't", "msg=\"x", "foo(bar)", "main()", "[12]", "key=value", "state: open", "50%", "*", "at=2",
                "service://x", "order:17", "orders", "and", "not", "x:not:y", "foo:/bar/", "a/b/c", "C:\\temp", "'a b'",
                "ids:7", "note:x", "#1", "{\"level\":30}"
            })
    void whatOnlyLooksLikeSyntaxIsText(String text) throws QueryException {
        assertThat(prompt(text)).hasToString(text);
        assertThat(prompt(text)).isEqualTo(prompt("(" + text + ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users", "/", "//", "/health", "/unclosed", "-", "--inspect", "foo(", "a)", ")", "/tmp/", "--"
            })
    void whatCouldBeTakenForSyntaxElsewhereIsShownInQuotes(String text) throws QueryException {
        String expected = text.equals("/tmp/") ? text : '"' + text + '"';
        assertThat(prompt(text)).hasToString(expected);
    }

    @Test
    void anEmptyQueryMeansEverything() throws QueryException {
        assertThat(prompt("  ").isAll()).isTrue();
        assertThat(prompt("").bind(new TestingScope())).isSameAs(BoundQuery.ALL);
        assertThat(Query.parse(List.of(), Dialect.COMMAND_LINE).isAll()).isTrue();
        assertThat(Query.parse(List.of("", " "), Dialect.COMMAND_LINE).isAll()).isTrue();
        assertThat(prompt("x").isAll()).isFalse();
    }

    static List<List<Object>> commandLines() {
        return List.of(
                List.of(List.of("connection", "refused"), "connection refused"),
                List.of(List.of("connection refused"), "\"connection refused\""),
                List.of(List.of("auth", "connection refused"), "auth \"connection refused\""),
                List.of(List.of("service:auth error"), "service:auth error"),
                List.of(List.of("a or b", "c"), "(a or b) c"),
                List.of(List.of("a", "or", "b"), "a or b"),
                List.of(List.of("(a", "or", "b)", "c"), "(a or b) c"),
                List.of(List.of("-debug"), "not:debug"),
                List.of(List.of("-d"), "\"-d\""),
                List.of(List.of("-service:auth", "x"), "not:service:auth x"),
                List.of(List.of("-connection refused"), "not:\"connection refused\""),
                List.of(List.of("not:connection refused"), "not:\"connection refused\""),
                List.of(List.of("-debug service:auth"), "not:debug service:auth"),
                List.of(List.of("timeout -retry"), "timeout not:retry"),
                List.of(List.of("took -15 ms"), "\"took -15 ms\""),
                List.of(List.of("user id: 42"), "\"user id: 42\""),
                List.of(List.of("GET /api/users HTTP/1.1"), "\"GET /api/users HTTP/1.1\""),
                List.of(List.of("\"two words\" more"), "\"two words\" more"),
                List.of(List.of("/a b/"), "/a b/"),
                List.of(List.of("/tmp", "x/"), "\"/tmp\" x/"),
                List.of(List.of(" error"), "\" error\""),
                List.of(List.of("(x) y"), "x y"),
                List.of(List.of("foo) or b", "c"), "(\"foo)\" or b) c"),
                List.of(List.of("--x"), "\"--x\""));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void argumentsAreReadEachByItself(List<Object> line) throws QueryException {
        @SuppressWarnings("unchecked")
        Query query = Query.parse((List<String>) line.getFirst(), Dialect.COMMAND_LINE);
        assertThat(query).hasToString((String) line.getLast());
        assertThat(prompt(query.toString())).isEqualTo(query);
    }

    @Test
    void whereATermStandsDoesNotMatter() throws QueryException {
        assertThat(prompt("a   service:b")).isEqualTo(prompt("(a) service:b")).hasSameHashCodeAs(prompt("a service:b"));
        assertThat(prompt("a service:b")).isNotEqualTo(prompt("service:b a"));
    }

    private static Query prompt(String text) throws QueryException {
        return Query.parse(text, Dialect.PROMPT);
    }
}
