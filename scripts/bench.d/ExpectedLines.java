import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What one service was to say, and how much of it has come in order. */
final class ExpectedLines {
    // How far to look for a line that comes too early, before it counts as one that was never said.
    private static final int AHEAD = 1000;

    private final String service;
    private final byte[] text;
    private int at;
    private long missing;
    private long strange;
    private String first = "";

    private ExpectedLines(String service, byte[] text) {
        this.service = service;
        this.text = text;
    }

    /** Those of the services s1, s2 and so on, of which each has a file in {@code folder}. */
    static ExpectedLines[] all(Path folder) throws IOException {
        int services = 0;
        while (Files.exists(file(folder, services + 1))) {
            services++;
        }
        ExpectedLines[] all = new ExpectedLines[services];
        for (int i = 0; i < services; i++) {
            all[i] = new ExpectedLines("s" + (i + 1), Files.readAllBytes(file(folder, i + 1)));
        }
        return all;
    }

    private static Path file(Path folder, int service) {
        return folder.resolve("s" + service + ".txt");
    }

    /** Takes the line at {@code line[from, to)}. */
    void take(byte[] line, int from, int to) {
        int begin = at;
        for (int skipped = 0; skipped < AHEAD && begin < text.length; skipped++) {
            int end = endOfLine(begin);
            if (Arrays.equals(text, begin, end, line, from, to)) {
                missing += skipped;
                remember(skipped > 0, line, from, to);
                at = end + 1;
                return;
            }
            begin = end + 1;
        }
        // Behind the last line, tools tell how a service has ended.
        strange += at < text.length ? 1 : 0;
        remember(at < text.length, line, from, to);
    }

    private int endOfLine(int begin) {
        int end = begin;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    private void remember(boolean wrong, byte[] line, int from, int to) {
        if (wrong && first.isEmpty()) {
            first = ", the first at '" + new String(line, from, Math.min(to - from, 120), StandardCharsets.UTF_8) + "'";
        }
    }

    /** Prints a line if not all has come, whole and in order. */
    void tell() {
        for (int begin = at; begin < text.length; begin = endOfLine(begin) + 1) {
            missing++;
        }
        if (missing + strange > 0) {
            System.out.printf("%s: %d lines missing, %d never said%s%n", service, missing, strange, first);
        }
    }
}
