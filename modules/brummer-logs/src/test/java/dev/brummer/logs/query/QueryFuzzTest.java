package dev.brummer.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed is read or refused, and what is read is read the same again in its normal form. */
class QueryFuzzTest {
    private static final List<String> SYNTAX = List.of(
            " ", " ", " ", "(", ")", "\"", "\\", "/", "-", "not:", "or", "OR", ":", "+", "service:", "stage:core",
            "stream:", "stderr", "level:", "warn", "run:", "2", "since:", "until:", "5m", "14:05", "2026-11-22",
            "T10:00", "Z", "mark", "id:", "servce:", "auth", "a", "é", "漢", "🐝", "\ud83d", "\u001b", "\t", "\u00a0",
            "[", "]", "{", "}", "*", "?", "|", "^", "$", "\\Q", "\\E", "\\x", "\\p{", "(?", "<n>", "=", "!", "&&",
            "0", "99999999999", ".", ",", "//");

    static List<Long> seeds() {
        return new Random().longs(16).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsTypedIsReadOrRefused(long seed) {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 2000; i++) {
            String text = text(random, 1 + random.nextInt(12));
            for (Dialect dialect : Dialect.values()) {
                read += isSound(text, () -> Query.parse(text, dialect)) ? 1 : 0;
            }
        }
        assertThat(read).as("queries that could be read").isGreaterThan(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverArgumentsThereAreTheyAreReadOrRefused(long seed) {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 2000; i++) {
            List<String> words = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                words.add(text(random, random.nextInt(6)));
            }
            for (Dialect dialect : Dialect.values()) {
                read += isSound(words.toString(), () -> Query.parse(words, dialect)) ? 1 : 0;
            }
        }
        assertThat(read).as("queries that could be read").isGreaterThan(200);
    }

    private static String text(Random random, int pieces) {
        var text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(SYNTAX.get(random.nextInt(SYNTAX.size())));
        }
        return text.toString();
    }

    @FunctionalInterface
    private interface Reading {
        Query read() throws QueryException;
    }

    private static boolean isSound(String typed, Reading reading) {
        Query query;
        try {
            query = reading.read();
        } catch (QueryException refused) {
            assertIsPlaced(refused, typed);
            return false;
        }
        for (Dialect dialect : Dialect.values()) {
            assertReadsTheSame(typed, query, dialect);
        }
        try {
            assertThat(query.bind(new TestingScope()).needle()).isNotNull();
        } catch (QueryException unbound) {
            assertIsPlaced(unbound, typed);
        }
        return true;
    }

    private static void assertReadsTheSame(String typed, Query query, Dialect dialect) {
        String normal = query.toString();
        try {
            Query again = Query.parse(normal, dialect);
            assertThat(again).as("%s from <%s>, in normal form <%s>", dialect, typed, normal).isEqualTo(query);
            assertThat(again).hasToString(normal);
        } catch (QueryException refused) {
            throw new AssertionError("the normal form of <" + typed + "> is <" + normal + ">", refused);
        }
    }

    private static void assertIsPlaced(QueryException refused, String typed) {
        assertThat(refused.getMessage()).as(typed).isNotBlank();
        assertThat(refused.position()).as(typed).isNotNegative();
        assertThat(refused.rendering().lines()).as(typed).hasSize(3);
    }
}
