package dev.brummer.insight.error;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Json;
import dev.brummer.insight.scan.Scan;
import dev.brummer.insight.scan.UnitText;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says that tells of an error.
 *
 * @param title for a person, in a line
 * @param identity the same without what differs each time
 * @param place where in the code, such as {@code src/pay.js:12}; empty where it does not say
 */
public record ErrorSummary(String title, String identity, String place) {
    private static final int MOST_LINES = 300;
    private static final int LONGEST = 300;
    private static final byte[][] MESSAGES = keys("msg", "message", "error.message", "short_message", "@m");
    private static final byte[][] STACKS =
            keys("stack", "stack_trace", "stackTrace", "error.stack_trace", "exception", "exc_info");
    private static final byte[][] ERRORS = keys("err", "error", "exception");
    private static final byte[][] TYPES = keys("type", "name", "class");

    private static byte[][] keys(String... keys) {
        byte[][] bytes = new byte[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            bytes[i] = keys[i].getBytes(US_ASCII);
        }
        return bytes;
    }

    /** Reads a unit, whichever level it has. */
    public static ErrorSummary of(Unit unit) {
        LogBatch first = unit.pieces().getFirst();
        int end = first.offset(0) + first.length(0);
        int start = Scan.skipBlank(first.bytes(), first.offset(0), end);
        boolean json = start < end && first.bytes()[start] == '{' && unit.size() == 1;
        return of(json ? linesOf(first.bytes(), start, end, unit) : UnitText.lines(unit, MOST_LINES));
    }

    private static ErrorSummary of(List<String> lines) {
        Optional<StackTrace> trace = lines.size() == 1 ? Optional.empty() : StackTrace.in(lines);
        if (trace.isPresent()) {
            String place = trace.get().frame().map(Frame::place).orElse("");
            return new ErrorSummary(cut(trace.get().title()), cut(trace.get().identity()), place);
        }
        String headline = Headline.of(lines.getFirst());
        return new ErrorSummary(cut(headline), cut(Mask.of(headline)), "");
    }

    /** The message of a JSON line, and the stack of its error where it holds one. */
    private static List<String> linesOf(byte[] json, int start, int end, Unit unit) {
        List<String> lines = new ArrayList<>();
        String message = string(json, start, end, MESSAGES);
        int error = object(json, start, end);
        String stack = string(json, start, end, STACKS);
        if (stack == null && error >= 0) {
            stack = string(json, error, end, STACKS);
        }
        if (stack == null && error >= 0) {
            stack = thrown(string(json, error, end, TYPES), string(json, error, end, MESSAGES));
        }
        if (message != null) {
            lines.add(message.strip());
        }
        if (stack != null) {
            lines.addAll(stack.lines().limit(MOST_LINES).toList());
        }
        return lines.isEmpty() ? UnitText.lines(unit, 1) : lines;
    }

    private static @Nullable String thrown(@Nullable String type, @Nullable String message) {
        return type == null || message == null ? message : type + ": " + message;
    }

    private static int object(byte[] json, int start, int end) {
        for (byte[] key : ERRORS) {
            int value = Json.member(json, start, end, key);
            if (value >= 0 && json[value] == '{') {
                return value;
            }
        }
        return -1;
    }

    private static @Nullable String string(byte[] json, int start, int end, byte[][] keys) {
        for (byte[] key : keys) {
            String text = Json.string(json, Json.member(json, start, end, key), end);
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
