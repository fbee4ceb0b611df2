package dev.brummer.logs;

import java.nio.charset.StandardCharsets;

/** A MiB of log lines of about 80 bytes, as a server writes them; one line in ten thousand has something rare. */
public final class SampleLines {
    public static final int SIZE = 1 << 20;

    private static final String[] LEVELS =
            {"INFO ", "INFO ", "INFO ", "DEBUG", "WARN ", "INFO ", "INFO ", "ERROR", "INFO ", "INFO "};

    private SampleLines() {}

    /** @param coloured whether each level has a colour */
    public static byte[] make(boolean coloured) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < SIZE; i++) {
            String level = LEVELS[i % LEVELS.length];
            text.append("2026-11-22T15:04:05.").append(100 + i % 900).append("Z ");
            text.append(coloured ? "\u001b[32m" + level + "\u001b[39m" : level);
            text.append(" [http-nio-").append(i % 8).append("] c.e.Orders : order ").append(1_000_000 + i);
            text.append(i % 10_000 == 7_777 ? " quarantined\n" : " accepted\n");
        }
        text.setLength(SIZE);
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
