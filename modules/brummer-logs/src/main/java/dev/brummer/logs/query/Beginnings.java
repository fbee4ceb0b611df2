package dev.brummer.logs.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How names begin that stand for services: by its first letters a word is told that certainly is none of them, without
 * more of a look. Case, blanks, hyphens and underscores do not count. Immutable.
 */
public final class Beginnings {
    /** Any word may be a name. */
    static final Beginnings ANY = new Beginnings();

    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    private final boolean[] first = new boolean[256];
    private final boolean[] pairs = new boolean[1 << 2 * BITS];
    private final List<byte[]> names = new ArrayList<>();

    static {
        Arrays.fill(ANY.first, true);
        Arrays.fill(ANY.pairs, true);
    }

    private Beginnings() {
        // They may stand before any name.
        first['-'] = true;
        first['_'] = true;
    }

    /** Those of names in lower case, without what does not count. */
    public static Beginnings of(Collection<String> names) {
        var beginnings = new Beginnings();
        for (String name : names) {
            if (!name.isEmpty() && name.charAt(0) < 0x80) {
                beginnings.add(name);
            }
        }
        return beginnings;
    }

    private void add(String name) {
        names.add(name.getBytes(StandardCharsets.UTF_8));
        char letter = name.charAt(0);
        first[letter] = true;
        first[Character.toUpperCase(letter)] = true;
        if (name.length() > 1) {
            pairs[pair(letter, name.charAt(1))] = true;
        } else {
            // Whatever follows, such as the number of a copy.
            Arrays.fill(pairs, pair(letter, 0), pair(letter, MASK) + 1, true);
        }
    }

    private static int pair(int letter, int next) {
        return (letter & MASK) << BITS | next & MASK;
    }

    /** Whether a name may begin with that byte. */
    boolean mayBegin(byte b) {
        return first[b & 0xFF];
    }

    /** Whether a name may begin at {@code bytes[from]}, where something is, by the two bytes that are there. */
    boolean mayBegin(byte[] bytes, int from, int to) {
        if (!first[bytes[from] & 0xFF]) {
            return false;
        }
        boolean both = from + 1 < to && isLetterOrDigit(bytes[from]) && isLetterOrDigit(bytes[from + 1]);
        return !both || pairs[pair(lower(bytes[from]), lower(bytes[from + 1]))];
    }

    private static boolean isLetterOrDigit(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
    }

    /**
     * Whether the word at {@code bytes[from, to)} may be one of the names: whether it begins with one that ends there, or
     * before what does not count, or before an s, as that of a plural or of {@code service}.
     */
    boolean mayBe(byte[] bytes, int from, int to) {
        if (this == ANY) {
            return true;
        }
        for (byte[] name : names) {
            int at = endOf(name, bytes, from, to);
            if (at == to || (at > 0 && (isNothing(bytes[at]) || lower(bytes[at]) == 's'))) {
                return true;
            }
        }
        return false;
    }

    /** Where the name ends with which the word begins; -1 where it begins otherwise. */
    private static int endOf(byte[] name, byte[] bytes, int from, int to) {
        int at = from;
        for (byte letter : name) {
            while (at < to && isNothing(bytes[at])) {
                at++;
            }
            if (at == to || lower(bytes[at]) != letter) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static boolean isNothing(byte b) {
        return b == '-' || b == '_' || b == ' ';
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 0x20 : b;
    }
}
