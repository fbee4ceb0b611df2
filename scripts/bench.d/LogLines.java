import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes what services are to say, the same at every call: in FOLDER/plain lines of which one in ten holds what a
 * parser looks for, in FOLDER/requests lines that each tell of a request. Every line carries its service and its number,
 * and has about 80 bytes.
 *
 * <p>Usage: {@code LogLines FOLDER SERVICES LINES}.
 */
final class LogLines {
    private static final String[] NEEDLES = {
        "WARN  [Circuit Breaker] payment-api of s%d is OPEN, try %07d",
        "INFO  [Trace: 5f3a2b1c] span of s%d ended, number %07d   ",
        "WARN  [Rate Limit] client of s%d is at 97/100, call %07d ",
    };

    private LogLines() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int services = Integer.parseInt(arguments[1]);
        int lines = Integer.parseInt(arguments[2]);
        for (int service = 1; service <= services; service++) {
            write(folder.resolve("plain"), service, lines, LogLines::plain);
            write(folder.resolve("requests"), service, lines, LogLines::request);
        }
    }

    private interface Line {
        String of(int service, int number);
    }

    private static void write(Path folder, int service, int lines, Line line) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter out =
                Files.newBufferedWriter(folder.resolve("s" + service + ".txt"), StandardCharsets.UTF_8)) {
            for (int number = 1; number <= lines; number++) {
                out.write(line.of(service, number));
                out.write('\n');
            }
        }
    }

    private static String plain(int service, int number) {
        String text = number % 10 == 0
                ? text(NEEDLES[number / 10 % NEEDLES.length], service, number)
                : "INFO  item " + padded(number) + " of s" + service + " is packed and on its way to you";
        return "2026-11-22T15:04:" + padded(number / 1000 % 60, 2) + "." + padded(number % 1000, 3) + "Z " + text;
    }

    private static String request(int service, int number) {
        return "[" + Integer.toHexString(0xa00000 + number) + "] GET /api/orders/" + padded(number) + " - 200 ("
                + padded(number % 90 + 10, 2) + "ms) answered by s" + service + " for the web client";
    }

    private static String text(String format, int service, int number) {
        return String.format(Locale.ROOT, format, service, number);
    }

    private static String padded(int number) {
        return padded(number, 7);
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }
}
