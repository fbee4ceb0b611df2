import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says what is missing of the services' lines in what a tool has written, line by line and by content; nothing if all
 * came, whole and in order.
 *
 * <p>Usage: {@code LogCheck brum|concurrently|foreman LINES-FOLDER FILE}.
 */
final class LogCheck {
    private final String tool;
    private final ExpectedLines[] expected;
    private byte[] line = new byte[1 << 16];
    private int length;

    private LogCheck(String tool, ExpectedLines[] expected) {
        this.tool = tool;
        this.expected = expected;
    }

    public static void main(String[] arguments) throws IOException {
        LogCheck check = new LogCheck(arguments[0], ExpectedLines.all(Path.of(arguments[1])));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[2])), 1 << 20)) {
            check.read(in);
        }
        for (ExpectedLines service : check.expected) {
            service.tell();
        }
    }

    private void read(InputStream in) throws IOException {
        byte[] bytes = new byte[1 << 20];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            for (int i = 0; i < count; i++) {
                if (bytes[i] == '\n') {
                    take();
                    length = 0;
                } else if (length < line.length) {
                    line[length++] = bytes[i];
                }
            }
        }
    }

    private void take() {
        switch (tool) {
            // s1   | text, where another sign may stand for the line
            case "brum" -> take(0, 's', '|', 'E', 'W');
            // [0] text
            case "concurrently" -> {
                if (length > 4 && line[0] == '[' && line[2] == ']') {
                    take(line[1] - '0', 4);
                }
            }
            // 15:04:05 s1.1 | text
            case "foreman" -> {
                if (!contains("| started with pid ")) {
                    take(9, 's', '|');
                }
            }
            default -> throw new IllegalArgumentException("no tool " + tool);
        }
    }

    private boolean contains(String words) {
        return new String(line, 0, Math.min(length, 40), StandardCharsets.ISO_8859_1).contains(words);
    }

    /** A line whose service's name begins at {@code at} and whose text begins behind one of {@code signs}. */
    private void take(int at, char first, char... signs) {
        if (length < at + 2 || line[at] != first || !Character.isDigit(line[at + 1])) {
            return;
        }
        int sign = at + 2;
        while (sign < length && line[sign - 1] != ' ' || sign < length && line[sign] == ' ') {
            sign++;
        }
        for (char each : signs) {
            if (sign < length && line[sign] == each) {
                take(line[at + 1] - '1', sign + 2);
            }
        }
    }

    private void take(int service, int from) {
        if (service >= 0 && service < expected.length) {
            expected[service].take(line, Math.min(from, length), length);
        }
    }
}
