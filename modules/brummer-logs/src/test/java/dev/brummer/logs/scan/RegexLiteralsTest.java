package dev.brummer.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexLiteralsTest {
    private static final List<String> SYNTAX = List.of(
            "a", "a", "b", "b", "c", "c", "A", "1", "abc", "abc", "abc", "bca", "bca", "bca", "aaa", "1bc", ".", "^",
            "$", "|", "|", "(", "(", ")", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?<n>", "(?i)", "(?x)",
            "*", "+", "?", "{0}", "{1}", "{2,}", "{0,2}", "[", "]", "[^", "-", "&&", "\\", "\\b", "\\d", "\\w", "\\.",
            "\\Q", "\\E", "\\x61", "\\1", "\\k<n>", "\\pL", "\\t", " ", "#", "\\N{LATIN SMALL LETTER A}", "\\u0061",
            "\\cA", "\\R", "\\X", "\\0141", "{", "}", ",", "é");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "timeout             → timeout",
                "order \\d+ failed    → ' failed'",
                "HTTP/1\\.1           → HTTP/1.1",
                "(GET|POST) /api     → ' /api'",
                "(abcd|efgh)         → abcd, efgh",
                "connect(ed|ion)?    → connect",
                "Exception$          → Exception",
                "^\\[worker\\]         → [worker]",
                "(?:foo)+bar+baz     → rbaz",
                "(?<name>jqxz)\\s\\w+  → jqxz",
                "x{3}yyyy            → xyyyy",
            })
    void whatEveryMatchHoldsIsFound(String regex, String expected) {
        List<String> wanted = List.of(expected.split(", "));
        List<Literal> found = RegexLiterals.of(regex);
        assertThat(found).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            byte[] bytes = wanted.get(i).getBytes(UTF_8);
            assertThat(found.get(i).length()).isEqualTo(bytes.length);
            assertThat(found.get(i).indexIn(bytes, 0, bytes.length)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab", "a.c", "(abc)?", "(abc)*", "abc|d", "abc|", "(abc|)d", "a?b?c?", "[abc]def?g", "(?i)abc",
                "\\Qabc\\E", "abcé", "\\x61bcd", "(?!abc)", "(?<=abc)", "[[abc]]def", "[a&&b]def", "abc{0}",
                "(?x)a b c d", ".*"
            })
    void whereNothingIsCertainNothingIsTold(String regex) {
        assertThat(RegexLiterals.of(regex)).isEmpty();
    }

    static List<Long> seeds() {
        return new Random().longs(40).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMatchHoldsOneOfThem(long seed) {
        var random = new Random(seed);
        int useful = 0;
        for (int i = 0; i < 4000; i++) {
            String regex = some(random, 1 + random.nextInt(9));
            List<Literal> literals = compiles(regex) ? RegexLiterals.of(regex) : List.of();
            if (!literals.isEmpty()) {
                useful++;
                assertHolds(regex, literals, random);
            }
        }
        assertThat(useful).isGreaterThan(100);
    }

    private static void assertHolds(String regex, List<Literal> literals, Random random) {
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        for (int j = 0; j < 60; j++) {
            String text = letters(random, 3 + random.nextInt(16));
            if (pattern.matcher(text).find()) {
                byte[] bytes = text.getBytes(UTF_8);
                assertThat(literals)
                        .as("/%s/ in <%s>", regex, text)
                        .anyMatch(literal -> literal.indexIn(bytes, 0, bytes.length) >= 0);
            }
        }
    }

    private static boolean compiles(String regex) {
        try {
            return !Pattern.compile(regex).pattern().isEmpty();
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    private static String some(Random random, int count) {
        var some = new StringBuilder();
        for (int i = 0; i < count; i++) {
            some.append(SYNTAX.get(random.nextInt(SYNTAX.size())));
        }
        return some.toString();
    }

    private static String letters(Random random, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append("aaabbbcccABC11 .-\\]E\t,{&".charAt(random.nextInt(24)));
        }
        return letters.toString();
    }
}
