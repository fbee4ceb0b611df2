package dev.brummer.insight.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;

/**
 * What Node prints of an error that nobody caught: the place, the line of code, carets under it, and then the error.
 * For one thread.
 */
final class NodeCrash implements Trace {
    private static final byte[] FILE = "file:///".getBytes(US_ASCII);
    private static final byte[] NODE = "node:".getBytes(US_ASCII);

    private enum Part {
        PLACE,
        CODE,
        CARETS,
        ERROR
    }

    private final Thrown error;
    private Part part = Part.PLACE;

    /** @param error what the rest is handed to */
    NodeCrash(Thrown error) {
        this.error = error;
    }

    /** Whether the line is a place alone, such as {@code /app/index.js:3}. */
    static boolean isHead(Line line) {
        byte first = line.first();
        boolean path = first == '/'
                || (first == 'f' && line.startsWith(FILE))
                || (first == 'n' && line.startsWith(NODE));
        return path && endsWithNumber(line);
    }

    private static boolean endsWithNumber(Line line) {
        byte[] bytes = line.bytes();
        int end = line.end();
        int digits = end;
        while (digits > line.text() && Scan.isDigit(bytes[digits - 1])) {
            digits--;
        }
        return digits < end
                && bytes[digits - 1] == ':'
                && Scan.endOfToken(bytes, line.text(), line.to()) >= end;
    }

    NodeCrash begin() {
        part = Part.PLACE;
        return this;
    }

    @Override
    public boolean takes(Line line) {
        return switch (part) {
            case PLACE -> {
                part = Part.CODE;
                yield !line.isBlank();
            }
            case CODE -> {
                part = Part.CARETS;
                error.beginUncaught();
                yield isCarets(line);
            }
            case CARETS, ERROR -> error.takes(line);
        };
    }

    private static boolean isCarets(Line line) {
        for (int at = line.text(); at < line.end(); at++) {
            if (line.bytes()[at] != '^') {
                return false;
            }
        }
        return !line.isBlank();
    }
}
