package dev.brummer.spi.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The scan picks the lines that hold a needle, and no others. */
class NeedleScanTest {
    private static final InstanceId WEB = InstanceId.only(new ServiceId("web"));

    private static LogBatch batch(List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
        int[] spans = new int[lines.size() * 2];
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            spans[i * 2] = at;
            spans[i * 2 + 1] = lines.get(i).length();
            at += lines.get(i).length() + 1;
        }
        return new LogBatch(1, Instant.EPOCH, WEB, 1, StreamName.STDOUT, bytes, spans, false, (_, _, _) -> null);
    }

    private static List<String> scanned(List<List<String>> needles, List<String> lines) {
        List<String> found = new ArrayList<>();
        new NeedleScan(needles).scan(batch(lines), 0, (line, parsers, count) -> {
            TreeSet<Integer> sorted = new TreeSet<>();
            for (int i = 0; i < count; i++) {
                assertThat(sorted.add(parsers[i])).as("each parser once").isTrue();
            }
            return found.add(line + sorted.toString());
        });
        return found;
    }

    private static List<String> naively(List<List<String>> needles, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            TreeSet<Integer> parsers = new TreeSet<>();
            for (int parser = 0; parser < needles.size(); parser++) {
                for (String needle : needles.get(parser)) {
                    if (lines.get(line).toLowerCase(Locale.ROOT).contains(needle.toLowerCase(Locale.ROOT))) {
                        parsers.add(parser);
                    }
                }
            }
            if (!parsers.isEmpty()) {
                found.add(line + parsers.toString());
            }
        }
        return found;
    }

    @Test
    void aLineIsACandidateForEveryParserWhoseNeedleItHolds() {
        List<List<String>> needles = List.of(List.of("[Circuit Breaker]"), List.of("opened", "closed"), List.of("xyz"));

        assertThat(scanned(needles, List.of("[circuit breaker] OPENED", "nothing", "", "it is closed")))
                .containsExactly("0[0, 1]", "3[1]");
    }

    @Test
    void aNeedleThatIsBrokenByTheEndOfALineIsNone() {
        assertThat(scanned(List.of(List.of("opened")), List.of("ope", "ned", "opene", "d opened")))
                .containsExactly("3[0]");
    }

    @Test
    void aVisitorMayEndTheScan() {
        List<Integer> seen = new ArrayList<>();
        new NeedleScan(List.of(List.of("abc"))).scan(batch(List.of("abc", "abc", "abc")), 1, (line, _, _) -> {
            seen.add(line);
            return false;
        });

        assertThat(seen).containsExactly(1);
    }

    @Test
    void itFindsWhatALookAtEveryPlaceFinds() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<List<String>> needles = new ArrayList<>();
            for (int parser = random.nextInt(4); parser >= 0; parser--) {
                List<String> some = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    some.add(text(random, 3 + random.nextInt(5)));
                }
                needles.add(some);
            }
            List<String> lines = new ArrayList<>();
            for (int i = 1 + random.nextInt(12); i > 0; i--) {
                lines.add(text(random, random.nextInt(30)));
            }
            assertThat(scanned(needles, lines))
                    .as("seed %d, round %d: %s in %s", seed, round, needles, lines)
                    .isEqualTo(naively(needles, lines));
        }
    }

    // Of few letters, so that needles stand in lines and overlap.
    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abAB[".charAt(random.nextInt(5)));
        }
        return text.toString();
    }
}
