package dev.brummer.spi.text;

import dev.brummer.spi.LogBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Brings a line as a child wrote it into a form that does no harm: what is not UTF-8 becomes U+FFFD, escape sequences
 * and control characters go, but for those that are asked for. Tabs stay. Where a line goes back to its first column and
 * says something else there, as spinners do, what stood there before goes too, as at a carriage return. Works on bytes; a
 * line of plain ASCII is one check and one copy. For one thread.
 */
public final class LineFilter {
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int ESC = 0x1B;
    private static final int DEL = 0x7F;
    private static final byte[] RESET = {ESC, '[', '0', 'm'};
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private final Keep keep;
    private ByteBuffer words = ByteBuffer.allocate(0);
    private boolean colourOpen;
    // What had been added when the line began.
    private int begin;
    // Where the line goes back to its first column and nothing has come since: what was added before; else negative.
    private int back;
    private boolean colourOpenBefore;

    /** What stays beside text. */
    public enum Keep {
        /** Colours and other attributes of text (SGR), which are reset at the end of the line. */
        COLOURS,
        /** Text alone. */
        TEXT,
        /** Control characters that begin no escape sequence: for formats that can express them, as JSON can. */
        CONTROLS
    }

    public LineFilter(Keep keep) {
        this.keep = keep;
    }

    /** Whether line {@code index} of a batch is of ASCII of which all stays. */
    public boolean isPlain(LogBatch batch, int index) {
        if (batch.isPlain()) {
            return true;
        }
        look(batch.bytes());
        int end = batch.offset(index) + batch.length(index);
        return endOfPlain(batch.bytes(), batch.offset(index), end) == end;
    }

    /** Adds what stays of line {@code index} of a batch without its first {@code skipped} bytes. */
    public void add(LogBatch batch, int index, int skipped, FrameBuffer to) {
        int offset = batch.offset(index) + skipped;
        int length = batch.length(index) - skipped;
        if (batch.isPlain()) {
            to.add(batch.bytes(), offset, length);
        } else {
            add(batch.bytes(), offset, length, to);
        }
    }

    /** Adds what stays of the line at {@code line[offset, offset + length)} to {@code to}. */
    public void add(byte[] line, int offset, int length, FrameBuffer to) {
        look(line);
        int end = offset + length;
        int plain = endOfPlain(line, offset, end);
        to.add(line, offset, plain - offset);
        if (plain < end) {
            begin = to.size() - (plain - offset);
            addSpecial(line, plain, end, to);
        }
    }

    private void look(byte[] line) {
        if (words.array() != line) {
            words = ByteBuffer.wrap(line).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private void addSpecial(byte[] line, int from, int end, FrameBuffer to) {
        colourOpen = false;
        back = -1;
        for (int at = from; at < end; ) {
            at = special(line, at, end, to);
            int plain = endOfPlain(line, at, end);
            if (plain > at) {
                beginAnew(to);
                to.add(line, at, plain - at);
            }
            at = plain;
        }
        if (colourOpen || (back >= 0 && colourOpenBefore)) {
            to.add(RESET);
        }
    }

    /** Something is to be added: if it stands where the line began, what stood there is gone. */
    private void beginAnew(FrameBuffer to) {
        if (back >= 0) {
            to.remove(begin, back);
            back = -1;
        }
    }

    private void goBack(FrameBuffer to) {
        colourOpenBefore = colourOpen || (back >= 0 && colourOpenBefore);
        colourOpen = false;
        back = to.size();
    }

    /** Where the printable ASCII that begins at {@code from} ends. */
    private int endOfPlain(byte[] line, int from, int end) {
        int last = end - Long.BYTES;
        int at = from;
        while (at <= last) {
            if (!isPlain(words.getLong(at))) {
                return endOfFew(line, at, end);
            }
            at += Long.BYTES;
        }
        // The rest is less than a word: one that ends with it was looked at in part before.
        return last >= from && isPlain(words.getLong(last)) ? end : endOfFew(line, at, end);
    }

    private static int endOfFew(byte[] line, int from, int end) {
        int at = from;
        while (at < end && line[at] >= ' ' && line[at] != DEL) {
            at++;
        }
        return at;
    }

    /** Whether none of eight bytes is above 127, becomes so when one is added, or is below a space. */
    private static boolean isPlain(long word) {
        return ((word | (word + ONES) | (word - ' ' * ONES)) & HIGH_BITS) == 0;
    }

    /** Handles what begins at {@code at} and is not plain; returns where it ends. */
    private int special(byte[] line, int at, int end, FrameBuffer to) {
        int first = line[at] & 0xFF;
        if (first == ESC) {
            return escape(line, at + 1, end, to);
        }
        if (first >= 0x80) {
            return character(line, at, end, to);
        }
        if (first == '\t' || keep == Keep.CONTROLS) {
            beginAnew(to);
            to.add(first);
        }
        return at + 1;
    }

    private int character(byte[] line, int at, int end, FrameBuffer to) {
        int length = Utf8.length(line, at, end);
        if (length <= 0) {
            beginAnew(to);
            to.add(REPLACEMENT);
            return at - length;
        }
        if (length == 2 && line[at] == (byte) 0xC2 && (line[at + 1] & 0xE0) == 0x80) {
            return control(line, at, end, to);
        }
        beginAnew(to);
        to.add(line, at, length);
        return at + length;
    }

    /** The control characters from U+0080 on: some are escape sequences in one character. */
    private int control(byte[] line, int at, int end, FrameBuffer to) {
        int introducer = (line[at + 1] & 0xFF) - 0x40;
        if (introducer == '[' || Escapes.isString(introducer)) {
            return sequence(line, introducer, at + 2, end, to);
        }
        if (keep == Keep.CONTROLS) {
            beginAnew(to);
            to.add(line, at, 2);
        }
        return at + 2;
    }

    private int escape(byte[] line, int at, int end, FrameBuffer to) {
        if (at == end) {
            return end;
        }
        int introducer = line[at];
        if (introducer == '[' || Escapes.isString(introducer)) {
            return sequence(line, introducer, at + 1, end, to);
        }
        return Escapes.endOfShort(line, at, end);
    }

    private int sequence(byte[] line, int introducer, int at, int end, FrameBuffer to) {
        if (introducer != '[') {
            return Escapes.endOfString(line, at, end);
        }
        int stop = Escapes.endOfControl(line, at, end);
        if (keep == Keep.COLOURS && Escapes.isColour(line, at, stop)) {
            to.add(ESC).add('[').add(line, at, stop - at);
            colourOpen = !Escapes.isReset(line, at, stop);
        } else if (Escapes.isBack(line, at, stop)) {
            goBack(to);
        }
        return stop;
    }
}
