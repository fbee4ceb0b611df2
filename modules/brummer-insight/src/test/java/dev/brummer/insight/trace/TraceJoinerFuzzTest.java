package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.logs.query.Joiner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in whatever arrays: the same lines are always joined in the same way. */
class TraceJoinerFuzzTest {
    private static final int ROUNDS = 400;
    private static final int LINES = 80;

    private static final List<String> PLAIN = List.of(
            "INFO GET /orders 200", "ERROR db down", "12:00:01 web | {\"level\":30}", "rax    0x0", "main.main()", "a {", "exit status 2");

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

    /** A search begins to read somewhere, and has to find the units that whoever had read all would find. */
    @Test
    void oneThatIsSettledSaysWhatOneSaysThatHasSeenAll() throws IOException {
        List<byte[]> known = knownLines();
        int settled = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> lines = stretches(known);
            List<Boolean> joined = eachInItsOwn(lines);
            int from = random.nextInt(lines.size());
            Joiner late = new TraceJoiner();
            boolean certain = false;
            for (int i = from; i < lines.size(); i++) {
                boolean joins = late.joins(lines.get(i), 0, lines.get(i).length);
                if (certain) {
                    assertThat(joins).as("seed %d, round %d, line %d", seed, round, i).isEqualTo(joined.get(i));
                }
                certain |= late.isSettled();
            }
            settled += certain ? 1 : 0;
        }
        assertThat(settled).as("rounds that tell something").isGreaterThan(ROUNDS / 4);
    }

    /** Lines of the logs in order and somewhat changed, and between them what says nothing, many times or a few. */
    private List<byte[]> stretches(List<byte[]> known) {
        List<byte[]> lines = new ArrayList<>();
        while (lines.size() < 4 * LINES) {
            int from = random.nextInt(known.size());
            known.subList(from, Math.min(known.size(), from + random.nextInt(40))).stream()
                    .map(line -> random.nextInt(4) == 0 ? mutated(line) : line)
                    .forEach(lines::add);
            byte[] plain = PLAIN.get(random.nextInt(PLAIN.size())).getBytes(UTF_8);
            lines.addAll(Collections.nCopies(random.nextInt(30), plain));
        }
        return lines;
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
