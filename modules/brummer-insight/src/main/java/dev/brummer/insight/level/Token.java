package dev.brummer.insight.level;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** One word at the head of a line, and what follows it: whether both together say a level. */
final class Token {
    private static final int CROSS = 0xE2A8AF;
    private static final int HEAVY_CROSS = 0xE29C96;
    private static final int BALLOT_CROSS = 0xE29C97;
    private static final int RED_CROSS = 0xE29D8C;
    private static final int WARNING_SIGN = 0xE29AA0;

    private Token() {}

    /** @param start where the line begins */
    static @Nullable Level level(byte[] bytes, int start, int at, int to) {
        if (bytes[at] < 0) {
            return ofSign(bytes, at, to);
        }
        int end = Scan.endOfLetters(bytes, at, to);
        Level level = LevelWord.of(bytes, at, end);
        if (level == null) {
            return isKlog(bytes, at, to) ? klog(bytes[at]) : null;
        }
        return isSaid(bytes, start, at, end, to) ? level : null;
    }

    private static @Nullable Level ofSign(byte[] bytes, int at, int to) {
        if (to - at < 3) {
            return null;
        }
        int sign = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
        return switch (sign) {
            case CROSS, HEAVY_CROSS, BALLOT_CROSS, RED_CROSS -> Level.ERROR;
            case WARNING_SIGN -> Level.WARN;
            default -> null;
        };
    }

    private static boolean isSaid(byte[] bytes, int start, int at, int end, int to) {
        boolean capitals = Scan.isUpper(bytes, at, end);
        int after = Scan.skipEscapes(bytes, end, to);
        if (after == to) {
            return capitals;
        }
        return switch (bytes[after]) {
            case ':' -> isColon(bytes, after, to, capitals);
            case '!' -> capitals;
            case '[' -> capitals && after + 1 < to && Scan.isDigit(bytes[after + 1]);
            case '\t' -> capitals || (at > start && bytes[at - 1] == '\t');
            case ' ' -> capitals || isSetOff(bytes, after, to);
            default -> false;
        };
    }

    /** {@code error: text}, {@code ERROR:root:text}; not {@code error::Kind}. */
    private static boolean isColon(byte[] bytes, int colon, int to, boolean capitals) {
        int after = colon + 1;
        return after == to || Scan.isBlank(bytes[after]) || (capitals && bytes[after] != ':');
    }

    /** {@code error - text}, {@code error | text}. */
    private static boolean isSetOff(byte[] bytes, int after, int to) {
        int next = Scan.skipBlank(bytes, after, to);
        return next + 1 < to && (bytes[next] == '-' || bytes[next] == '|') && Scan.isBlank(bytes[next + 1]);
    }

    /** As Kubernetes' programs write: {@code E1122 15:04:05.123456}. */
    private static boolean isKlog(byte[] bytes, int at, int to) {
        if (to - at < 8 || klog(bytes[at]) == null || bytes[at + 5] != ' ') {
            return false;
        }
        for (int i = at + 1; i < at + 5; i++) {
            if (!Scan.isDigit(bytes[i])) {
                return false;
            }
        }
        return Scan.isDigit(bytes[at + 6]) && Scan.isDigit(bytes[at + 7]);
    }

    private static @Nullable Level klog(byte letter) {
        return switch (letter) {
            case 'E', 'F' -> Level.ERROR;
            case 'W' -> Level.WARN;
            case 'I' -> Level.INFO;
            default -> null;
        };
    }
}
