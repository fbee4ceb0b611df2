package dev.brummer.insight.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes stack traces shorter for who reads them: calls of runtimes and libraries, several in a row, become one line.
 */
public final class Folding {
    private static final int FEWEST = 3;

    private Folding() {}

    /** The lines of a unit, with what is the project's own, or no call at all, as it is. */
    public static List<String> fold(List<String> lines) {
        List<String> folded = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = endOfLibrary(lines, from);
            if (to - from >= FEWEST) {
                folded.add(indent(lines.get(from)) + "… " + (to - from) + " calls of libraries");
                from = to;
            } else {
                folded.add(lines.get(from++));
            }
        }
        return folded;
    }

    private static int endOfLibrary(List<String> lines, int from) {
        int at = from;
        while (at < lines.size()) {
            Optional<Frame> frame = Frame.at(lines.get(at));
            if (frame.isEmpty() || frame.get().own()) {
                break;
            }
            at++;
        }
        return at;
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
