package dev.brummer.insight.scan;

import dev.brummer.spi.text.FrameBuffer;
import dev.brummer.spi.text.LineFilter;
import java.nio.charset.StandardCharsets;

/** Lines as text without escape sequences and control characters. */
public final class PlainText {
    private PlainText() {}

    /** The line at {@code bytes[offset, offset + length)}; what is not UTF-8 becomes U+FFFD, and tabs stay. */
    public static String of(byte[] bytes, int offset, int length) {
        FrameBuffer text = new FrameBuffer(length + 16);
        new LineFilter(LineFilter.Keep.TEXT).add(bytes, offset, length, text);
        return new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
    }
}
