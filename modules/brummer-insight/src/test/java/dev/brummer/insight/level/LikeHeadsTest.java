package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.InstanceId;
import dev.brummer.spi.Level;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.ServiceId;
import dev.brummer.spi.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikeHeadsTest {
    private static final String[] HEADS = {
        "2026-11-22T15:04:05.123Z INFO  ", "2026-11-22 15:04:05,123 ERROR ", "15:04:05 WARN ", "1700000000 DEBUG ",
        "  2026/11/22 15:04:05 TRACE ", "INFO ", "WARNING ", "\u001b[32m15:04:05\u001b[0m INFO ", "2026-11-22 info ",
        "{\"level\":30,\"x\":1} ", "level=30 ", "[15:04:05] ERROR ", "E1122 15:04:05.123456 ", "0, INFO ", "15:04 INFO",
        "2026-11-22T15:04:05.123Z ERRORS ", "2026-11-22T15:04:05.123Z\tWARN\t", "12 INFO ", "12345678 INFO ",
        "15:04:05 warn - ", "15:04:05 error | ", "1".repeat(122) + " INFO ", "1".repeat(123) + " INFO ",
    };
    private static final String MUTATIONS = "0123456789 IWE:-.TZ[\u001b\u00e9";

    @Test
    void findsInABatchWhatItFindsInEachLine() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            List<String> lines = lines(random);
            assertThat(levelsTogether(lines)).as("seed %d, lines %s", seed, lines).isEqualTo(levelsOneByOne(lines));
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        String head = HEADS[random.nextInt(HEADS.length)];
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(6) == 0) {
                head = HEADS[random.nextInt(HEADS.length)];
            }
            lines.add(mutated(withOtherDigits(head, random), random) + "text".repeat(random.nextInt(3)));
        }
        return lines;
    }

    private static String withOtherDigits(String head, Random random) {
        StringBuilder other = new StringBuilder(head);
        for (int i = 0; i < other.length(); i++) {
            if (Character.isDigit(other.charAt(i)) && random.nextBoolean()) {
                other.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return other.toString();
    }

    private static String mutated(String head, Random random) {
        StringBuilder other = new StringBuilder(head);
        if (random.nextInt(3) == 0) {
            other.setCharAt(random.nextInt(other.length()), MUTATIONS.charAt(random.nextInt(MUTATIONS.length())));
        }
        other.setLength(random.nextInt(8) == 0 ? random.nextInt(other.length()) : other.length());
        return other.toString();
    }

    private static List<@Nullable Level> levelsTogether(List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(ISO_8859_1);
        int[] spans = new int[lines.size() * 2];
        int at = 0;
        for (int i = 0; i < lines.size(); i++) {
            spans[i * 2] = at;
            spans[i * 2 + 1] = lines.get(i).length();
            at += lines.get(i).length() + 1;
        }
        LogBatch batch = new LogBatch(
                1, Instant.EPOCH, new InstanceId(new ServiceId("a"), 1), 1, StreamName.STDOUT, bytes, spans, false,
                new LevelFinder());
        batch.findLevels();
        List<@Nullable Level> levels = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            levels.add(batch.level(i));
        }
        return levels;
    }

    private static List<@Nullable Level> levelsOneByOne(List<String> lines) {
        List<@Nullable Level> levels = new ArrayList<>();
        for (String line : lines) {
            byte[] bytes = line.getBytes(ISO_8859_1);
            levels.add(new LevelFinder().levelOf(bytes, 0, bytes.length));
        }
        return levels;
    }

    @Test
    void asksOnlyOnceForLinesThatDifferInDigits() {
        List<Integer> asked = new ArrayList<>();
        LevelFinder finder = new LevelFinder();
        byte[] bytes = "15:04:05 WARN one\n15:04:06 WARN two\n16:00:00 WARN three\n".getBytes(ISO_8859_1);
        LikeHeads heads = new LikeHeads(
                (of, offset, length) -> {
                    asked.add(offset);
                    return finder.levelOf(of, offset, length);
                },
                bytes);
        assertThat(heads.levelOf(0, 17)).isEqualTo(Level.WARN);
        assertThat(heads.levelOf(18, 17)).isEqualTo(Level.WARN);
        assertThat(heads.levelOf(36, 19)).isEqualTo(Level.WARN);
        assertThat(asked).containsExactly(0);
    }
}
