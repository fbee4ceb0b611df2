package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.insight.scan.Scan;
import dev.brummer.insight.scan.ThrownName;

/** Python's traceback: frames, the exception behind them, and further tracebacks chained to it. For one thread. */
final class Traceback implements Trace {
    private static final byte[] HEAD = ascii("Traceback (most recent call last)");
    private static final byte[] GROUP_HEAD = ascii("+ Exception Group Traceback (most recent call last)");
    private static final byte[] FILE = ascii("File \"");
    private static final byte[] LINE = ascii("\", line ");
    private static final byte[] DURING = ascii("During handling of the above exception");
    private static final byte[] DIRECT = ascii("The above exception was the direct cause");
    private static final byte[] BACKGROUND = ascii("(Background on this error at: ");
    private static final byte[] SQL = ascii("[SQL: ");
    private static final byte[] PARAMETERS = ascii("[parameters: ");

    private enum Part {
        FRAMES,
        GROUP,
        EXCEPTION,
        GAP,
        CHAINED
    }

    private final LevelFinder levels = new LevelFinder();
    private Part part = Part.FRAMES;

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    static boolean isHead(Line line) {
        return line.startsWith(HEAD);
    }

    /** A group's traceback, or the place of a syntax error, which has no head. */
    static boolean isIndentedHead(Line line) {
        return line.startsWith(GROUP_HEAD) || (line.startsWith(FILE) && line.contains(LINE));
    }

    Traceback begin(Line head) {
        part = head.startsWith(GROUP_HEAD) ? Part.GROUP : Part.FRAMES;
        return this;
    }

    @Override
    public boolean takes(Line line) {
        return switch (part) {
            case FRAMES -> takesFrame(line);
            case GROUP -> line.isIndented() && !line.isBlank() && (line.first() == '|' || line.first() == '+');
            case EXCEPTION -> takesRest(line);
            case GAP -> takesLink(line) || takesNote(line);
            case CHAINED -> line.isBlank() || takesNext(line);
        };
    }

    private boolean takesFrame(Line line) {
        if (line.isBlank() || line.isIndented()) {
            return !line.isBlank();
        }
        part = Part.EXCEPTION;
        return isException(line);
    }

    private boolean isException(Line line) {
        byte[] bytes = line.bytes();
        int text = line.text();
        int end = ThrownName.endOfName(bytes, text, line.to());
        if (end == text || Scan.isDigit(bytes[text])) {
            return false;
        }
        boolean alone = end == line.end();
        boolean named = alone ? hasCapital(line, end) : end < line.to() && bytes[end] == ':';
        // INFO: is a logger's line that got in between.
        return named
                && (ThrownName.end(bytes, text, line.to()) > 0
                        || levels.levelOf(bytes, text, line.to() - text) == null);
    }

    private static boolean hasCapital(Line line, int end) {
        for (int at = line.text(); at < end; at++) {
            if (Scan.isUpper(line.bytes()[at])) {
                return true;
            }
        }
        return false;
    }

    private boolean takesRest(Line line) {
        if (line.isBlank()) {
            part = Part.GAP;
            return true;
        }
        return (line.isIndented() && !isIndentedHead(line)) || takesNote(line);
    }

    /** What SQLAlchemy adds to its messages. */
    private boolean takesNote(Line line) {
        if (line.startsWith(SQL) || line.startsWith(PARAMETERS) || line.startsWith(BACKGROUND)) {
            part = Part.EXCEPTION;
            return true;
        }
        return false;
    }

    private boolean takesLink(Line line) {
        part = Part.CHAINED;
        return line.startsWith(DURING) || line.startsWith(DIRECT);
    }

    private boolean takesNext(Line line) {
        boolean next = isHead(line) || isIndentedHead(line);
        begin(line);
        return next;
    }
}
