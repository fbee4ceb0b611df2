package dev.brummer.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes lines that nobody would write, of needles and of lines that somebody does write. For one thread. */
final class Garbage {
    private static final int LONGEST = 64 << 10;
    private static final int SHORT = 80;
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final List<String> BITS = List.of(
            "", " ", ":", "{", "}", "[", "]", "(", ")", "\"", "→", "%", "$1", "\\", "\t", "\r", "\0", "\u001b[31m",
            "\u001b[", "-1", "0", "NaN", "Infinity", "99999999999999999999", "1e999", "0x", "٣", "null", "/", "ms", "=",
            ",", "😀");

    private final Random random;
    private final List<String> needles;
    private final List<String> samples;

    /**
     * @param needles one of them is in each line
     * @param samples lines to spoil; may be none
     */
    Garbage(long seed, List<String> needles, List<String> samples) {
        this.random = new Random(seed);
        this.needles = needles;
        this.samples = samples;
    }

    /** The next line, without a line end. */
    byte[] next() {
        byte[] line = switch (random.nextInt(samples.isEmpty() ? 3 : 7)) {
            case 0 -> noise(random.nextInt(SHORT));
            case 1 -> pieces();
            case 2 -> random.nextInt(50) == 0 ? noise(LONGEST - SHORT) : pieces();
            case 3 -> cut(sample());
            case 4 -> swapped(sample());
            case 5 -> replaced();
            default -> with(sample(), random.nextInt(SHORT), pieces());
        };
        byte[] needed = with(line, random.nextInt(line.length + 1), needle());
        for (int i = 0; i < needed.length; i++) {
            needed[i] = needed[i] == '\n' ? (byte) ' ' : needed[i];
        }
        return needed;
    }

    private byte[] needle() {
        String needle = needles.get(random.nextInt(needles.size()));
        return (random.nextBoolean() ? needle : needle.toUpperCase(Locale.ROOT))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] pieces() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            text.append(BITS.get(random.nextInt(BITS.size())));
            text.append(random.nextInt(4) == 0 ? needles.get(random.nextInt(needles.size())) : " ");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] cut(byte[] line) {
        return Arrays.copyOf(line, random.nextInt(line.length + 1));
    }

    private byte[] swapped(byte[] line) {
        for (int left = line.length == 0 ? 0 : 1 + random.nextInt(4); left > 0; left--) {
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
        }
        return line;
    }

    /** A sample with something else in the place of a word or number. */
    private byte[] replaced() {
        String line = samples.get(random.nextInt(samples.size()));
        String bit = BITS.get(random.nextInt(BITS.size()));
        List<MatchResult> words = WORD.matcher(line).results().toList();
        if (words.isEmpty()) {
            return line.getBytes(StandardCharsets.UTF_8);
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        String other = line.substring(0, word.start()) + bit + line.substring(word.end());
        return other.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] with(byte[] line, int wanted, byte[] more) {
        int at = Math.min(wanted, line.length);
        byte[] both = new byte[line.length + more.length];
        System.arraycopy(line, 0, both, 0, at);
        System.arraycopy(more, 0, both, at, more.length);
        System.arraycopy(line, at, both, at + more.length, line.length - at);
        return both;
    }
}
