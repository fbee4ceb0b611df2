package dev.brummer.plugins.parsers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The lines of {@code ID.lines}: what is to be found, {@code <-}, and the line, in which {@code \e} stands for an
 * escape character. What begins with {@code #} is a remark.
 */
final class LabelledLines {
    private static final String ARROW = " <- ";

    private LabelledLines() {}

    /** A line, and the notation of what it says. */
    record Labelled(String expected, TestingLine line) {
        boolean isNearMiss() {
            return expected.equals("-");
        }
    }

    static List<Labelled> of(String id) {
        try (InputStream file = LabelledLines.class.getResourceAsStream("/" + id + ".lines")) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(LabelledLines::labelled)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled labelled(String row) {
        int arrow = row.indexOf(ARROW);
        if (arrow < 0) {
            throw new IllegalArgumentException("no label: " + row);
        }
        String written = row.substring(arrow + ARROW.length()).replace("\\e", "\u001b");
        return new Labelled(row.substring(0, arrow), TestingLine.of(written));
    }
}
