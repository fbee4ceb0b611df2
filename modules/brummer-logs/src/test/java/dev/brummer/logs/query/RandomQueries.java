package dev.brummer.logs.query;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Queries, each with what it means said a second time and in the plainest way. */
final class RandomQueries {
    private static final List<String> REGEXES = List.of(
            "abc", "a+b", "ab?c", "(ab|ba)c", "ab*c", "a.b", "[ab]c1", "^abc", "abk$", "(abc)?1", "abc|bca",
            "(?:abc){2,}", "(?<n>abk)b", "a\\tb", "\\babc", "aab{0}c", "(?=abc)a", "(?!abc)bka", "ab[^]c]k", "é.b",
            "abk+?c", "(?i)abc", "a\\-b1", "(abc|(bck|kab)e)1", "\\x61bc", "[[ab]&&b]cb", "ab{1,2}c", "(ab\\)c)|1k2",
            "\\d\\d\\d", "1 2");

    private final Random random;
    private final RandomLines lines;

    RandomQueries(Random random, RandomLines lines) {
        this.random = random;
        this.lines = lines;
    }

    /** A query as text. */
    record Asked(String query, Predicate<PlainUnit> means) {}

    Asked query(int depth) {
        return switch (random.nextInt(depth == 0 ? 10 : 14)) {
            case 0, 1, 2 -> phrase();
            case 3, 4 -> regex();
            case 5 -> new Asked("auth", unit -> unit.source().equals("auth") || unit.has("auth"));
            case 6 -> new Asked("error", unit -> unit.level().equals("ERROR") || unit.has("error"));
            case 7 -> new Asked("level:warn+", unit -> List.of("ERROR", "WARN").contains(unit.level()));
            case 8 -> new Asked("service:auth", unit -> unit.source().equals("auth"));
            case 9 -> id(List.of("a", "ab1", "b2", "1", "ck", "bb").get(random.nextInt(6)));
            case 10 -> not(query(depth - 1));
            case 11 -> either(query(depth - 1), query(depth - 1));
            default -> both(query(depth - 1), query(depth - 1));
        };
    }

    private Asked phrase() {
        String text = lines.letters(4);
        return new Asked("\"" + text + "\"", unit -> unit.has(text));
    }

    private Asked regex() {
        String regex = REGEXES.get(random.nextInt(REGEXES.size()));
        int unicode = regex.chars().allMatch(c -> c < 0x80) ? 0 : Pattern.UNICODE_CASE;
        Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | unicode);
        Predicate<String> found = line -> pattern.matcher(line).find();
        return new Asked("/" + regex + "/", unit -> unit.lines().stream().anyMatch(found));
    }

    private static Asked id(String id) {
        Pattern alone = Pattern.compile(
                "(?<![\\p{L}\\p{Nd}])" + id + "(?![\\p{L}\\p{Nd}])", Pattern.CASE_INSENSITIVE);
        Predicate<String> found = line -> alone.matcher(line).find();
        return new Asked("id:" + id, unit -> unit.lines().stream().anyMatch(found));
    }

    private static Asked not(Asked asked) {
        return new Asked("not:(" + asked.query + ")", asked.means.negate());
    }

    private static Asked either(Asked one, Asked other) {
        return new Asked("(" + one.query + " or " + other.query + ")", one.means.or(other.means));
    }

    private static Asked both(Asked one, Asked other) {
        return new Asked("(" + one.query + " " + other.query + ")", one.means.and(other.means));
    }
}
