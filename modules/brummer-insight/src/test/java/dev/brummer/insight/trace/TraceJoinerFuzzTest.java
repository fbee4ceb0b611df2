package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever arrays: the same lines are always joined in the same way. */
class TraceJoinerFuzzTest {
    private static final int ROUNDS = 400;
    private static final int LINES = 80;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void theSameLinesAreJoinedInTheSameWayWhereverTheyLie() throws IOException {
        List<byte[]> known = knownLines();
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> lines = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                lines.add(mutated(known.get(random.nextInt(known.size()))));
            }
            assertThat(inOneArray(lines)).as("seed %d, round %d", seed, round).isEqualTo(eachInItsOwn(lines));
        }
    }

    /** Mostly runs of the logs as they are, and some lines cut, mixed up or of any bytes. */
    private byte[] mutated(byte[] line) {
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(line, random.nextInt(line.length + 1));
            case 1 -> Arrays.copyOfRange(line, random.nextInt(line.length + 1), line.length);
            case 2 -> changed(line);
            case 3 -> any();
            default -> line;
        };
    }

    private byte[] changed(byte[] line) {
        byte[] copy = line.clone();
        for (int i = 0; i < Math.min(3, copy.length); i++) {
            byte[] special = "\u001b[m |]:{}\t0aA^.".getBytes(UTF_8);
            copy[random.nextInt(copy.length)] = special[random.nextInt(special.length)];
        }
        return copy;
    }

    private byte[] any() {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<byte[]> knownLines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (Path log : TraceJoinerTest.logs().toList()) {
            for (String line : Files.readAllLines(log)) {
                lines.add(line.substring(1).replace('␛', '\u001b').replace('⇥', '\t').getBytes(UTF_8));
            }
        }
        return lines;
    }

    private static List<Boolean> inOneArray(List<byte[]> lines) {
        byte[] all = new byte[lines.stream().mapToInt(line -> line.length + 1).sum()];
        int at = 0;
        for (byte[] line : lines) {
            System.arraycopy(line, 0, all, at, line.length);
            all[at + line.length] = '\n';
            at += line.length + 1;
        }
        Joiner joiner = new TraceJoiner();
        List<Boolean> joined = new ArrayList<>();
        at = 0;
        for (byte[] line : lines) {
            joined.add(joiner.joins(all, at, line.length));
            at += line.length + 1;
        }
        return joined;
    }

    /** In arrays that are used for something else as soon as the joiner has seen them. */
    private static List<Boolean> eachInItsOwn(List<byte[]> lines) {
        Joiner joiner = new TraceJoiner();
        List<Boolean> joined = new ArrayList<>();
        for (byte[] line : lines) {
            byte[] copy = line.clone();
            joined.add(joiner.joins(copy, 0, copy.length));
            Arrays.fill(copy, (byte) 'E');
        }
        return joined;
    }
}
