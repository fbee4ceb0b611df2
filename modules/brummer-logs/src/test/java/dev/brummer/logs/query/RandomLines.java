package dev.brummer.logs.query;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Lines of few letters, so that much is found in them, with whatever else children write between these. */
final class RandomLines {
    static final List<String> LETTERS =
            List.of("a", "A", "b", "B", "c", "k", "e", "1", "2", "-", " ", "m", "\t", "é", "É", "漢", "漛", "\u212a");
    private static final List<String> BEGINNINGS =
            List.of("", "", "", "ERROR ", "WARN ", "INFO ", "auth-1  | ", "\u001b[3m[auth]\u001b[0m ", "[users] ");
    private static final List<String> HIDDEN = List.of(
            "\u001b[31m", "\u001b[0m", "\u001b[1;2m", "\u001b[", "\u001b[1", "\u001b", "\u001b]8;;ab\u001b\\",
            "\u001b]a\u0007", "\u001b(B", "\u001bc", "\u009b1m", "\u009b", "\u009dab\u009c", "\u0085", "\u0000",
            "\u007f", "\u0007", "\u001b[a", "\u001b[1G", "\u001b[2K\u001b[G");
    // As Latin-1: broken UTF-8.
    private static final List<String> BROKEN =
            List.of("\u00ff", "\u00c3", "\u00c2", "\u00e6\u00bc", "\u009b", "\u00e6");

    private final Random random;
    private final int hidden;

    RandomLines(Random random) {
        this.random = random;
        this.hidden = random.nextInt(3);
    }

    byte[] line() {
        var line = new ByteArrayOutputStream();
        line.writeBytes(any(BEGINNINGS).getBytes(UTF_8));
        for (int i = random.nextInt(random.nextInt(8) == 0 ? 60 : 14); i > 0; i--) {
            boolean odd = random.nextInt(6) < hidden;
            boolean broken = odd && random.nextInt(8) == 0;
            line.writeBytes(broken ? any(BROKEN).getBytes(ISO_8859_1) : any(odd ? HIDDEN : LETTERS).getBytes(UTF_8));
        }
        return line.toByteArray();
    }

    /** A few letters as text. */
    String letters(int most) {
        var letters = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            letters.append(any(LETTERS));
        }
        return letters.toString();
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
