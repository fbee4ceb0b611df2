package dev.brummer.spi.host;

/** Whether bytes are ASCII. */
public final class AsciiBytes {
    private AsciiBytes() {}

    /** Whether {@code bytes[from, to)} is ASCII, control characters included. */
    public static boolean all(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }
}
