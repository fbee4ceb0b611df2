package dev.brummer.spi.host;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 as text for regular expressions; ASCII is not copied. It counts how often it is looked at, for there are
 * patterns that look at one line for longer than the universe lasts. For one thread.
 */
public final class SteppedText implements CharSequence {
    private static final long STEPS = 10_000;
    private static final long STEPS_A_BYTE = 300;

    private byte[] bytes = {};
    private int from;
    private int length;
    private @Nullable String decoded;
    private long stepsLeft;

    /** Somebody has looked too often. */
    public static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }

    /** Shows {@code bytes[from, to)} from now on, for a number of looks that suits their length. */
    public SteppedText show(byte[] shown, int begin, int end) {
        bytes = shown;
        from = begin;
        boolean ascii = AsciiBytes.all(shown, begin, end);
        decoded = ascii ? null : new String(shown, begin, end - begin, StandardCharsets.UTF_8);
        length = decoded == null ? end - begin : decoded.length();
        stepsLeft = STEPS + STEPS_A_BYTE * length;
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (--stepsLeft < 0) {
            throw new TooManyStepsException();
        }
        return decoded == null ? (char) bytes[from + index] : decoded.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return decoded == null
                ? new String(bytes, from + start, end - start, StandardCharsets.US_ASCII)
                : decoded.substring(start, end);
    }

    @Override
    public String toString() {
        return decoded == null ? new String(bytes, from, length, StandardCharsets.US_ASCII) : decoded;
    }
}
