package dev.brummer.insight.trace;

import dev.brummer.insight.scan.Prefix;
import dev.brummer.insight.scan.Scan;

/** The line at hand, and where in it the text begins. Used again for each line. For one thread. */
final class Line {
    private static final int LONGEST_COLOUR = 16;

    private byte[] bytes = new byte[0];
    private int begin;
    private int start;
    private int text;
    private int to;
    private int owner;

    /** Becomes the line {@code bytes[offset, offset + length)}. */
    void read(byte[] newBytes, int offset, int length) {
        bytes = newBytes;
        begin = offset;
        to = offset + length;
        owner = 0;
        start = Scan.skipEscapes(bytes, offset, to);
        if (start < to && Prefix.mayBegin(bytes[start])) {
            skipPrefix();
        }
        text = Scan.skipBlank(bytes, start, to);
    }

    /** A time before a name, a name before a time, or one of them. */
    private void skipPrefix() {
        int at = Prefix.endOfTime(bytes, start, to);
        int named = Prefix.endOfOwner(bytes, at, to);
        if (named > at) {
            owner = Prefix.owner(bytes, at, named);
            named = Scan.skipEscapes(bytes, named, to);
            at = at == start ? Prefix.endOfTime(bytes, named, to) : named;
        }
        start = at > start ? Scan.skipEscapes(bytes, at, to) : start;
    }

    /** Whether nothing is in it but blanks, colours and a prefix. */
    boolean isBlank() {
        return text == to;
    }

    /** Whether the text begins with a space or a tab. */
    boolean isIndented() {
        return text > start;
    }

    /** Whether its first byte behind prefixes is a tab. */
    boolean isTabbed() {
        return start < to && bytes[start] == '\t';
    }

    /** Whose line it is by a prefix, such as that of Compose; 0 where it has none. */
    int owner() {
        return owner;
    }

    /** The first byte of the text; the line must not be blank. */
    byte first() {
        return bytes[text];
    }

    /** Whether the text begins so. */
    boolean startsWith(byte[] ascii) {
        return Scan.startsWith(bytes, text, to, ascii);
    }

    /** The last byte of the text, behind which are at most blanks and colours; 0 for a blank line. */
    byte last() {
        int end = end();
        return end > text ? bytes[end - 1] : 0;
    }

    /** Where the text ends. */
    int end() {
        int end = to;
        while (end > text) {
            byte last = bytes[end - 1];
            if (last == ' ' || last == '\t') {
                end--;
            } else if (last == 'm' && colour(end) < end) {
                end = colour(end);
            } else {
                break;
            }
        }
        return end;
    }

    /** Where the colour begins that ends at {@code end}; {@code end} where none does. */
    private int colour(int end) {
        for (int at = end - 2; at >= Math.max(text, end - LONGEST_COLOUR); at--) {
            if (bytes[at] == 0x1B) {
                return bytes[at + 1] == '[' ? at : end;
            }
            if (bytes[at] != '[' && bytes[at] != ';' && !Scan.isDigit(bytes[at])) {
                return end;
            }
        }
        return end;
    }

    /** Whether {@code ascii} is in its text. */
    boolean contains(byte[] ascii) {
        for (int at = text; at <= to - ascii.length; at++) {
            if (bytes[at] == ascii[0] && Scan.startsWith(bytes, at, to, ascii)) {
                return true;
            }
        }
        return false;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the line begins, prefixes and all. */
    int begin() {
        return begin;
    }

    /** Where the text begins: behind prefixes, colours and blanks. */
    int text() {
        return text;
    }

    /** Where the line ends. */
    int to() {
        return to;
    }
}
