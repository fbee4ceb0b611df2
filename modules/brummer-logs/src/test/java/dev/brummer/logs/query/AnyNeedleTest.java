package dev.brummer.logs.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.BoundQuery.Needle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyNeedleTest {
    static List<Long> seeds() {
        return new Random().longs(20).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstPlaceOfAnyIsFound(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = letters(random, random.nextInt(9000), "abcde \n").getBytes(UTF_8);
            List<Needle> needles = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                needles.add(naive(letters(random, 2 + random.nextInt(5), "abcdex")));
            }
            int from = random.nextInt(bytes.length + 1);
            int first = needles.stream()
                    .map(needle -> needle.next(bytes, from, bytes.length))
                    .filter(at -> at >= 0)
                    .min(Integer::compare)
                    .orElse(-1);
            assertThat(new AnyNeedle(needles).next(bytes, from, bytes.length)).isEqualTo(first);
        }
    }

    @Test
    void whatIsRareIsNotSoughtThroughAllTheRestForEachThatIsFrequent() {
        byte[] bytes = "frequent\n".repeat(100_000).getBytes(UTF_8);
        var read = new long[1];
        Needle rare = (all, from, to) -> {
            read[0] += to - from;
            return -1;
        };
        var any = new AnyNeedle(List.of(rare, naive("frequent")));
        for (int at = any.next(bytes, 0, bytes.length); at >= 0; at = any.next(bytes, at + 1, bytes.length)) {
            assertThat(read[0]).isLessThan(100L * bytes.length);
        }
    }

    private static Needle naive(String wanted) {
        return (bytes, from, to) -> {
            for (int at = from; at + wanted.length() <= to; at++) {
                if (new String(bytes, at, wanted.length(), UTF_8).equals(wanted)) {
                    return at;
                }
            }
            return -1;
        };
    }

    private static String letters(Random random, int count, String of) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(of.charAt(random.nextInt(of.length())));
        }
        return letters.toString();
    }
}
