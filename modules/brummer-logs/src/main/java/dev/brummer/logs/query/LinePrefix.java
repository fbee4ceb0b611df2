package dev.brummer.logs.query;

import dev.brummer.logs.scan.Ascii;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a program that runs others puts before their lines to say whose they are: {@code name-1  | } as Docker Compose
 * writes it, {@code [name] } as concurrently does, with or without colours.
 *
 * @param nameFrom where the name begins in the bytes that were looked at
 * @param nameTo where it ends
 * @param end where the line itself begins: behind the prefix, one blank, and what ends the colours of the prefix
 */
public record LinePrefix(int nameFrom, int nameTo, int end) {
    private static final int LONGEST_NAME = 100;
    private static final int ESC = 0x1B;

    /** Where in {@code bytes[from, to)} something stands that every line with a prefix has; {@code to} without such. */
    static int sign(byte[] bytes, int from, int to) {
        return Ascii.firstOf('[', '|', bytes, from, to);
    }

    /** The prefix of the line at {@code bytes[from, to)}; null where it has none. */
    public static @Nullable LinePrefix find(byte[] bytes, int from, int to) {
        int at = afterColours(bytes, from, to);
        if (at == to) {
            return null;
        }
        return bytes[at] == '[' ? bracketed(bytes, at + 1, to) : barred(bytes, at, to);
    }

    private static @Nullable LinePrefix bracketed(byte[] bytes, int open, int to) {
        int name = afterColours(bytes, open, to);
        int nameEnd = endOfName(bytes, name, to, true);
        int close = afterColours(bytes, nameEnd, to);
        if (nameEnd == name || close == to || bytes[close] != ']') {
            return null;
        }
        return closed(bytes, name, nameEnd, close, to);
    }

    private static @Nullable LinePrefix barred(byte[] bytes, int name, int to) {
        int nameEnd = endOfName(bytes, name, to, false);
        int at = nameEnd;
        while (at < to && (bytes[at] == ' ' || bytes[at] == ESC)) {
            int next = bytes[at] == ' ' ? at + 1 : afterColours(bytes, at, to);
            if (next == at) {
                return null;
            }
            at = next;
        }
        boolean bar = nameEnd > name && at > nameEnd && at < to && bytes[at] == '|';
        return bar ? closed(bytes, name, nameEnd, at, to) : null;
    }

    /** The prefix whose last character is at {@code last}; null where neither a blank nor nothing follows it. */
    private static @Nullable LinePrefix closed(byte[] bytes, int nameFrom, int nameTo, int last, int to) {
        int blank = afterColours(bytes, last + 1, to);
        if (blank == to) {
            return new LinePrefix(nameFrom, nameTo, to);
        }
        return bytes[blank] == ' ' ? new LinePrefix(nameFrom, nameTo, afterResets(bytes, blank + 1, to)) : null;
    }

    /** Behind what ends colours; what begins some belongs to the text. */
    private static int afterResets(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 1 < to && bytes[at] == ESC && bytes[at + 1] == '[') {
            int stop = at + 2;
            while (stop < to && bytes[stop] >= '0' && bytes[stop] <= ';') {
                stop++;
            }
            if (stop == to || bytes[stop] != 'm' || !isReset(bytes, at + 2, stop)) {
                return at;
            }
            at = stop + 1;
        }
        return at;
    }

    /** Whether the parameters of a colour are those that end all attributes, boldness, or a colour. */
    private static boolean isReset(byte[] bytes, int from, int to) {
        int value = 0;
        for (int at = from; at < to && value < 100; at++) {
            if (bytes[at] > '9') {
                return false;
            }
            value = value * 10 + bytes[at] - '0';
        }
        return value == 0 || value == 22 || value == 39 || value == 49;
    }

    private static int endOfName(byte[] bytes, int from, int to, boolean blanks) {
        int end = from;
        int most = Math.min(to, from + LONGEST_NAME);
        while (end < most && (isNameByte(bytes[end]) || (blanks && end > from && bytes[end] == ' '))) {
            end++;
        }
        return end;
    }

    private static boolean isNameByte(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9')
                || b == '-' || b == '_' || b == '.';
    }

    /** Behind any number of {@code ESC [ … m}. */
    private static int afterColours(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 1 < to && bytes[at] == ESC && bytes[at + 1] == '[') {
            int stop = at + 2;
            while (stop < to && bytes[stop] >= '0' && bytes[stop] <= ';') {
                stop++;
            }
            if (stop == to || bytes[stop] != 'm') {
                return at;
            }
            at = stop + 1;
        }
        return at;
    }

    /** The name as it stands there. */
    public String name(byte[] bytes) {
        return new String(bytes, nameFrom, nameTo - nameFrom, StandardCharsets.US_ASCII);
    }

    /** The name without the number that Docker Compose puts behind it; the name itself where there is none. */
    public static String unnumbered(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) >= '0' && name.charAt(end - 1) <= '9') {
            end--;
        }
        boolean numbered = end < name.length() && end > 1 && "-_".indexOf(name.charAt(end - 1)) >= 0;
        return numbered ? name.substring(0, end - 1) : name;
    }
}
