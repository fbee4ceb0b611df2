package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;

/** What Go prints of a panic: its message, the stacks of goroutines, and at last the exit status. For one thread. */
final class Goroutines implements Trace {
    private static final byte[] PANIC = ascii("panic: ");
    private static final byte[] FATAL = ascii("fatal error: ");
    private static final byte[] SIGNAL = ascii("[signal ");
    private static final byte[] GOROUTINE = ascii("goroutine ");
    private static final byte[] RUNTIME_STACK = ascii("runtime stack:");
    private static final byte[] CREATED_BY = ascii("created by ");
    private static final byte[] MORE = ascii("...");
    private static final byte[] EXIT_STATUS = ascii("exit status ");
    private static final byte[] HEX = ascii("0x");
    private static final int LONGEST_REGISTER = 6;

    private enum Part {
        PANIC,
        GAP,
        STACK,
        END
    }

    private Part part = Part.END;

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    static boolean isPanic(Line line) {
        return line.startsWith(PANIC) || line.startsWith(FATAL);
    }

    /** {@code goroutine 1 [running]:}. */
    static boolean isStackHead(Line line) {
        if (!line.startsWith(GOROUTINE)) {
            return false;
        }
        int at = line.text() + GOROUTINE.length;
        int end = at;
        while (end < line.to() && Scan.isDigit(line.bytes()[end])) {
            end++;
        }
        return end > at && end + 1 < line.to() && line.bytes()[end + 1] == '[';
    }

    Goroutines beginAtPanic() {
        part = Part.PANIC;
        return this;
    }

    Goroutines beginAtStack() {
        part = Part.STACK;
        return this;
    }

    @Override
    public boolean takes(Line line) {
        if (part == Part.END) {
            return false;
        }
        if (line.isBlank()) {
            boolean first = part != Part.GAP;
            part = Part.GAP;
            return first;
        }
        return takesStackHead(line) || takesExit(line) || line.startsWith(SIGNAL) || isRest(line);
    }

    private boolean takesStackHead(Line line) {
        if (isStackHead(line) || line.startsWith(RUNTIME_STACK)) {
            part = Part.STACK;
            return true;
        }
        return false;
    }

    private boolean takesExit(Line line) {
        if (line.startsWith(EXIT_STATUS)) {
            part = Part.END;
            return true;
        }
        return false;
    }

    private boolean isRest(Line line) {
        return switch (part) {
            case PANIC -> line.isIndented();
            case GAP -> isRegister(line);
            case STACK -> line.isTabbed() || isCall(line) || isRegister(line);
            case END -> false;
        };
    }

    /** Whether it may be in the middle of a stack, and have nothing but such lines before it. */
    static boolean isInStack(Line line) {
        return isCall(line) || isRegister(line);
    }

    /** {@code main.(*Server).serve(0xc0001, …)}: no blank before the arguments. */
    private static boolean isCall(Line line) {
        if (line.startsWith(CREATED_BY) || line.startsWith(MORE)) {
            return true;
        }
        byte[] bytes = line.bytes();
        int at = line.text();
        while (at < line.to() && bytes[at] != '(' && !Scan.isBlank(bytes[at])) {
            at++;
        }
        return at < line.to() && bytes[at] == '(' && line.last() == ')';
    }

    /** {@code rax    0x0}, after a signal. */
    private static boolean isRegister(Line line) {
        byte[] bytes = line.bytes();
        int end = Scan.endOfToken(bytes, line.text(), line.to());
        int value = Scan.skipBlank(bytes, end, line.to());
        return end - line.text() <= LONGEST_REGISTER
                && value > end
                && Scan.startsWith(bytes, value, line.to(), HEX)
                && Scan.endOfToken(bytes, value, line.to()) == line.to();
    }
}
