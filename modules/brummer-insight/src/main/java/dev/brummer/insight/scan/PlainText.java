package dev.brummer.insight.scan;

import dev.brummer.core.text.Printable;
import dev.brummer.spi.LogBatch;
import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.nio.charset.StandardCharsets;

/** Lines as text without escape sequences and control characters. */
public final class PlainText {
    private PlainText() {}

    /** A line as one may show it anywhere: besides, blanks stand for tabs, and none is left at either end. */
    public static String printable(LogBatch batch, int line) {
        String text = of(batch.bytes(), batch.offset(line), batch.length(line));
        return Printable.of(text.replace('\t', ' ')).strip();
    }

    /** The line at {@code bytes[offset, offset + length)}; what is not UTF-8 becomes U+FFFD, and tabs stay. */
    public static String of(byte[] bytes, int offset, int length) {
        FrameBuffer text = new FrameBuffer(length + 16);
        new LineFilter(LineFilter.Keep.TEXT).add(bytes, offset, length, text);
        return new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
    }
}
