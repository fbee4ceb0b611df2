package dev.brummer.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiteralsTest {
    static List<Long> seeds() {
        return new Random().longs(20).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstPlaceOfAnyIsFound(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = letters(random, random.nextInt(5000), "abcde \n").getBytes(UTF_8);
            List<Literal> any = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                any.add(Literal.of(letters(random, 3 + random.nextInt(5), "abcdex")));
            }
            var literals = new Literals(any);
            int from = random.nextInt(bytes.length + 1);
            Stream<Integer> each = any.stream().map(literal -> literal.mayStandIn(bytes, from, bytes.length));
            int first = each.filter(at -> at >= 0).min(Integer::compare).orElse(-1);
            assertThat(literals.mayStandIn(bytes, from, bytes.length)).isEqualTo(first);
        }
    }

    private static String letters(Random random, int count, String of) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(of.charAt(random.nextInt(of.length())));
        }
        return letters.toString();
    }
}
