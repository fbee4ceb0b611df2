package dev.brummer.insight.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a stack trace tells.
 *
 * @param thrown the class of what was thrown, or {@code panic}
 * @param message its message; may be empty
 * @param cause class and message of what lies at the bottom of it, where that is something else
 * @param frame the innermost call that is the project's own; the innermost of all where none is; empty without calls
 */
record StackTrace(String thrown, String message, Optional<String> cause, Optional<Frame> frame) {
    private static final Pattern THROWN = Pattern.compile("(?:^|[\\s:(\\[\"])"
            + "((?:[a-zA-Z_$][\\w$]*+\\.)*+[A-Z][\\w$]*+(?<=Error|Exception|Throwable|Rejection))"
            + "(?: \\[[A-Z_0-9]++\\])?+(?::\\s*+(.*))?$");
    private static final Pattern CAUSE = Pattern.compile(
            "^\\s*+(?:Caused by|\\[cause\\]|---> |Wrapped by):?\\s*+([\\w.$]++)"
                    + "(?: \\[[A-Z_0-9]++\\])?+(?::\\s*+(.*))?$");
    private static final Pattern PYTHON_THROWN = Pattern.compile("^([A-Za-z_][\\w.]*+)(?::\\s*+(.*))?$");
    private static final Pattern PANIC =
            Pattern.compile("(?:^|\\s)(panic|fatal error|http: panic serving \\S+): (.*)$");
    private static final String TRACEBACK = "Traceback (most recent call last)";
    // Before what a group of exceptions says of itself; what is further to the right is of those in it.
    private static final String IN_GROUP = "  | ";
    private static final String IN_ANOTHER = "    ";

    /** The trace in these lines, if there is one. */
    static Optional<StackTrace> in(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains(TRACEBACK))) {
            return inPython(lines);
        }
        if (lines.stream().anyMatch(line -> line.startsWith("goroutine "))) {
            return inGo(lines);
        }
        return thrownIn(lines);
    }

    private static Optional<StackTrace> thrownIn(List<String> lines) {
        List<Frame> frames = lines.stream().flatMap(line -> Frame.at(line).stream()).toList();
        Optional<String> cause = Optional.empty();
        Matcher first = null;
        for (String line : lines) {
            Matcher caused = CAUSE.matcher(line);
            Matcher thrown = THROWN.matcher(line);
            if (caused.find()) {
                cause = Optional.of(named(caused));
            } else if (first == null && thrown.find() && !thrown.group(1).isEmpty()) {
                first = thrown;
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(new StackTrace(simple(first.group(1)), message(first), cause, innermost(frames)));
    }

    /** In Python the innermost call is the last, and so is what was thrown at last. */
    private static Optional<StackTrace> inPython(List<String> lines) {
        List<Frame> frames = new ArrayList<>();
        List<Matcher> thrown = new ArrayList<>();
        boolean inFrames = false;
        for (String line : lines) {
            String own = line.startsWith(IN_GROUP) ? line.substring(IN_GROUP.length()) : line;
            Matcher named = PYTHON_THROWN.matcher(own);
            if (own.contains(TRACEBACK) && !own.startsWith(IN_ANOTHER)) {
                frames.clear();
                inFrames = true;
            } else if (inFrames && named.matches()) {
                thrown.add(named);
                inFrames = false;
            } else if (inFrames) {
                Frame.inPython(line).ifPresent(frames::addFirst);
            }
        }
        return thrown.isEmpty() ? Optional.empty() : Optional.of(ofPython(thrown, frames));
    }

    private static StackTrace ofPython(List<Matcher> thrown, List<Frame> frames) {
        Optional<String> cause = thrown.size() == 1 ? Optional.empty() : Optional.of(named(thrown.getFirst()));
        Matcher last = thrown.getLast();
        return new StackTrace(simple(last.group(1)), message(last), cause, innermost(frames));
    }

    private static Optional<StackTrace> inGo(List<String> lines) {
        List<Frame> frames = new ArrayList<>();
        Optional<Matcher> panic = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = PANIC.matcher(lines.get(i));
            if (panic.isEmpty() && matcher.find()) {
                panic = Optional.of(matcher);
            }
            if (i > 0) {
                Frame.inGo(lines.get(i - 1), lines.get(i)).ifPresent(frames::add);
            }
        }
        return panic.map(found -> new StackTrace("panic", found.group(2), Optional.empty(), innermost(frames)));
    }

    private static Optional<Frame> innermost(List<Frame> frames) {
        return frames.stream().filter(Frame::own).findFirst().or(() -> frames.stream().findFirst());
    }

    private static String named(Matcher matcher) {
        String message = message(matcher);
        return simple(matcher.group(1)) + (message.isEmpty() ? "" : ": " + message);
    }

    private static String message(Matcher matcher) {
        return matcher.group(2) == null ? "" : matcher.group(2).strip();
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** What it says in a line: class, message and what caused it. */
    String title() {
        String own = message.isEmpty() ? thrown : thrown + ": " + message;
        return cause.map(below -> own + " ← " + below).orElse(own);
    }

    /** What stays the same from one time to the next. */
    String identity() {
        String title = Mask.of(title());
        return frame.map(innermost -> title + " @ " + innermost.identity()).orElse(title);
    }
}
