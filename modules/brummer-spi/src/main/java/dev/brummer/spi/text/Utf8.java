package dev.brummer.spi.text;

/** What is well-formed UTF-8. */
final class Utf8 {
    private Utf8() {}

    /**
     * The length of the character of two bytes or more that begins at {@code at}; where none does, minus the number of
     * bytes that one replacement character stands for, as the JDK's decoder counts.
     */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        int length = first < 0xC2 || first > 0xF4 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (length == 1) {
            return -1;
        }
        for (int i = 1; i < length; i++) {
            if (at + i == end || !isNext(first, i, bytes[at + i] & 0xFF)) {
                return -i;
            }
        }
        boolean surrogate = first == 0xED && (bytes[at + 1] & 0xFF) >= 0xA0;
        return surrogate ? -length : length;
    }

    /** Whether {@code next} may be byte {@code index} after {@code first}: no overlong form. */
    private static boolean isNext(int first, int index, int next) {
        int least = index > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = index > 1 ? 0xBF : first == 0xF4 ? 0x8F : 0xBF;
        return next >= least && next <= most;
    }
}
