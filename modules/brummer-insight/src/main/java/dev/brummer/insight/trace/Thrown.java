package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;
import java.util.List;

/**
 * What Java, Node and their like print of something thrown: its name and message, frames that begin with {@code at},
 * causes, and Node's block of properties. For one thread.
 */
final class Thrown implements Trace {
    // An uncaught error's message may have any lines; more of them than that are somebody else's.
    static final int MOST_MESSAGE_LINES = 20;

    private static final byte[] AT = ascii("at ");
    private static final byte[] MORE = ascii("... ");
    private static final byte[] REQUIRE_STACK = ascii("Require stack:");
    private static final byte[] REQUIRED = ascii("- ");
    private static final byte[] EMITTED = ascii("Emitted 'error' event");
    private static final byte[] VERSION = ascii("Node.js v");
    private static final List<byte[]> CAUSES = List.of(
            ascii("Caused by: "), ascii("Suppressed: "), ascii("Wrapped by: "), ascii("[CIRCULAR REFERENCE"),
            ascii("---> "), ascii("--- End of "));

    private enum Part {
        MESSAGE,
        REQUIRE_STACK,
        FRAMES,
        PROPERTIES,
        LAST_GAP,
        END
    }

    private Part part = Part.END;
    private boolean uncaught;
    private int messageLines;

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Whether the line is a frame: begins and ends as they do. */
    static boolean isFrame(Line line) {
        if (!line.isIndented() || !line.startsWith(AT)) {
            return false;
        }
        byte last = line.last();
        return last == ')' || last == '{' || last == ']' || last == '>' || Scan.isDigit(last);
    }

    /** Whether it begins to tell of another that was thrown before. */
    static boolean isCause(Line line) {
        return isAny(line, CAUSES);
    }

    private static boolean isAny(Line line, List<byte[]> beginnings) {
        for (int i = 0; i < beginnings.size(); i++) {
            if (line.startsWith(beginnings.get(i))) {
                return true;
            }
        }
        return false;
    }

    Thrown begin(Line line) {
        uncaught = false;
        toMessage(line);
        return this;
    }

    Thrown beginAtFrame(Line line) {
        uncaught = false;
        toFrames(line);
        return this;
    }

    /** The message comes next, of what ends the process. */
    void beginUncaught() {
        uncaught = true;
        messageLines = 0;
        part = Part.MESSAGE;
    }

    private void toMessage(Line line) {
        messageLines = 0;
        part = line.last() == '{' ? Part.PROPERTIES : Part.MESSAGE;
    }

    private void toFrames(Line line) {
        part = line.last() == '{' ? Part.PROPERTIES : Part.FRAMES;
    }

    @Override
    public boolean takes(Line line) {
        if (line.isBlank()) {
            return takesBlank();
        }
        return switch (part) {
            case MESSAGE -> takesFrame(line) || takesCause(line) || takesMessage(line);
            case REQUIRE_STACK -> takesFrame(line) || line.startsWith(REQUIRED);
            case FRAMES -> takesFrame(line) || takesCause(line) || line.startsWith(EMITTED) || takesVersion(line);
            case PROPERTIES -> takesProperty(line);
            case LAST_GAP -> takesVersion(line);
            case END -> false;
        };
    }

    /** Between an uncaught error and Node's version is an empty line. */
    private boolean takesBlank() {
        return switch (part) {
            case MESSAGE -> uncaught && isMessageLine();
            case FRAMES -> {
                part = Part.LAST_GAP;
                yield uncaught;
            }
            case REQUIRE_STACK, PROPERTIES, LAST_GAP, END -> false;
        };
    }

    private boolean takesFrame(Line line) {
        if (isFrame(line)) {
            toFrames(line);
            return true;
        }
        return line.isIndented() && line.startsWith(MORE);
    }

    private boolean takesCause(Line line) {
        if (isCause(line)) {
            toMessage(line);
            return true;
        }
        return false;
    }

    private boolean takesMessage(Line line) {
        if (line.startsWith(REQUIRE_STACK)) {
            part = Part.REQUIRE_STACK;
            return true;
        }
        if (uncaught && line.last() == '{') {
            part = Part.PROPERTIES;
            return true;
        }
        return takesVersion(line) || ((uncaught || line.isIndented()) && isMessageLine());
    }

    private boolean isMessageLine() {
        return ++messageLines <= MOST_MESSAGE_LINES;
    }

    private boolean takesProperty(Line line) {
        if (line.isIndented()) {
            return true;
        }
        part = Part.FRAMES;
        return line.first() == '}';
    }

    private boolean takesVersion(Line line) {
        if (uncaught && line.startsWith(VERSION)) {
            part = Part.END;
            return true;
        }
        return false;
    }
}
