package dev.brummer.insight.id;

import dev.brummer.insight.scan.PlainText;
import dev.brummer.logs.query.Unit;
import dev.brummer.spi.LogBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds ids in lines: {@code [a1b2c3]} at the head, {@code request a1b2c3}, {@code requestId=…}, {@code
 * "trace_id":"…"}, a W3C {@code traceparent}, {@code order #12345}. A service's name, a level, a time, a short number
 * and a plain word are never taken for the id of a request. Safe for use by several threads.
 */
public final class IdFinder {
    // Where a line is longer than that, its ids are at its beginning.
    private static final int MOST = 16 << 10;

    // The frames of a stack trace hold none.
    private static final int MOST_LINES = 20;

    private final List<Pattern> more;

    /** @param more what else is the id of a request: the first group of a match, or all of it */
    public IdFinder(List<Pattern> more) {
        this.more = List.copyOf(more);
    }

    /** The ids in the line at {@code bytes[offset, offset + length)}, in order. */
    public List<FoundId> find(byte[] bytes, int offset, int length) {
        int some = Math.min(length, MOST);
        if (more.isEmpty() && !Candidate.mayHoldId(bytes, offset, offset + some)) {
            return List.of();
        }
        return find(PlainText.of(bytes, offset, some));
    }

    /** The ids in the first lines of a unit, line after line. */
    public List<FoundId> find(Unit unit) {
        List<FoundId> ids = new ArrayList<>();
        int lines = 0;
        for (LogBatch piece : unit.pieces()) {
            for (int i = 0; i < piece.size() && lines < MOST_LINES; i++, lines++) {
                ids.addAll(find(piece.bytes(), piece.offset(i), piece.length(i)));
            }
        }
        return ids;
    }

    /** The ids in a line of plain text, in order. */
    public List<FoundId> find(String line) {
        String text = line.length() > MOST ? line.substring(0, MOST) : line;
        Found found = new Found(text);
        more.forEach(pattern -> addMatches(pattern, text, found));
        new NamedIds(text, found).add();
        BareIds.add(text, found);
        return found.inOrder();
    }

    private static void addMatches(Pattern pattern, String text, Found found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            boolean grouped = matcher.groupCount() > 0 && matcher.start(1) >= 0;
            int start = grouped ? matcher.start(1) : matcher.start();
            int end = grouped ? matcher.end(1) : matcher.end();
            if (start < end) {
                found.add("request", FoundId.Role.REQUEST, start, end);
            }
        }
    }
}
