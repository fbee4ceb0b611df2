package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.level.LevelFinder;
import dev.brummer.insight.scan.ThrownName;
import org.jspecify.annotations.Nullable;

/** Recognises the first lines of traces, and whether they belong to the line before. For one thread. */
final class Heads {
    private static final byte[] EXCEPTION_IN_THREAD = "Exception in thread \"".getBytes(US_ASCII);
    private static final byte[] ERROR = "Error".getBytes(US_ASCII);

    private final LevelFinder levels = new LevelFinder();
    private final Previous previous;
    private final Thrown thrown = new Thrown();
    private final NodeCrash crash = new NodeCrash(thrown);
    private final Traceback traceback = new Traceback();
    private final Goroutines goroutines = new Goroutines();
    private @Nullable Trace trace;

    Heads(Previous previous) {
        this.previous = previous;
    }

    /** Whether a trace may begin with that line: false, quickly, for many that are not of one. */
    static boolean mayBegin(Line line) {
        byte first = line.first();
        if (line.isIndented()) {
            return first == 'a' || first == 'F' || first == '+';
        }
        return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first == '/' || first == '[';
    }

    /** The trace that the last line began; null if it began none. */
    @Nullable Trace trace() {
        return trace;
    }

    /** Whether the line begins a trace that belongs to the line before. */
    boolean begins(Line line) {
        trace = null;
        return line.isIndented() ? beginsIndented(line) : beginsAtMargin(line);
    }

    private boolean beginsIndented(Line line) {
        if (Thrown.isFrame(line)) {
            trace = thrown.beginAtFrame(line);
            return previous.mayOwn(line);
        }
        return Traceback.isIndentedHead(line) && beginsTraceback(line);
    }

    private boolean beginsAtMargin(Line line) {
        return switch (line.first()) {
            case 'T' -> Traceback.isHead(line) ? beginsTraceback(line) : beginsNamed(line);
            case 'C', 'S', 'W' -> Thrown.isCause(line) ? beginsThrown(line) : beginsNamed(line);
            case 'g' -> Goroutines.isStackHead(line) ? beginsStack(line) : beginsNamed(line);
            case 'p', 'f', 'n', 'E', '/' -> beginsCrash(line);
            default -> beginsNamed(line);
        };
    }

    private boolean beginsTraceback(Line line) {
        trace = traceback.begin(line);
        return previous.isLogLineOf(line);
    }

    private boolean beginsStack(Line line) {
        trace = goroutines.beginAtStack();
        return previous.isPanicOf(line);
    }

    /** The end of a process has no log line before it. */
    private boolean beginsCrash(Line line) {
        if (Goroutines.isPanic(line)) {
            trace = goroutines.beginAtPanic();
        } else if (NodeCrash.isHead(line)) {
            trace = crash.begin();
        } else if (line.startsWith(EXCEPTION_IN_THREAD)) {
            trace = thrown.begin(line);
        }
        return trace == null && beginsNamed(line);
    }

    private boolean beginsNamed(Line line) {
        if (ThrownName.end(line.bytes(), line.text(), line.to()) > 0) {
            return beginsThrown(line);
        }
        if (line.last() == '{' && line.contains(ERROR)) {
            trace = thrown.begin(line);
        }
        return false;
    }

    private boolean beginsThrown(Line line) {
        if (ThrownName.isWarning(line.bytes(), line.text(), line.to())) {
            return false;
        }
        trace = thrown.begin(line);
        boolean logged = levels.levelOf(line.bytes(), line.begin(), line.text() - line.begin()) != null;
        return !logged && previous.isLogLineOf(line);
    }
}
