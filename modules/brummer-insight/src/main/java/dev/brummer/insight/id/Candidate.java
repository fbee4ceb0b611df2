package dev.brummer.insight.id;

import dev.brummer.insight.scan.Scan;

/** Tells by one look at the bytes of a line that it holds no id, without taking any word out of it. */
final class Candidate {
    private static final int SLOTS = 1 << 12;
    private static final boolean[] WORDS = new boolean[SLOTS];

    /** For each first letter, the lengths of the words that begin with it, as a set of bits. */
    private static final int[] LENGTHS = new int[26];

    static {
        for (String thing : IdNames.THINGS) {
            mark(thing);
            mark(thing + "s");
        }
        IdNames.requestWords().forEach(Candidate::mark);
    }

    private Candidate() {}

    private static void mark(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        WORDS[slot(hash)] = true;
        LENGTHS[word.charAt(0) - 'a'] |= 1 << word.length();
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }

    /** Whether there may be an id in {@code bytes[from, to)}; never false where there is one. */
    static boolean mayHoldId(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (Scan.isLetter(b)) {
                int end = endOfWord(bytes, at, to);
                if (isWord(bytes, at, end)) {
                    return true;
                }
                at = end - 1;
            } else if ((b == '[' && isBracketed(bytes, at + 1, to)) || (b == '-' && isDashed(bytes, at, to))) {
                return true;
            }
        }
        return false;
    }

    /** Where a word ends that is one of several in camel case, or alone. */
    private static int endOfWord(byte[] bytes, int from, int to) {
        int at = from + 1;
        while (at < to && Scan.isLetter(bytes[at]) && (!Scan.isUpper(bytes[at]) || Scan.isUpper(bytes[at - 1]))) {
            at++;
        }
        return at;
    }

    /** Whether a word is known, or asks for an id. */
    private static boolean isWord(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= 2 && (bytes[to - 1] | 0x20) == 'd' && (bytes[to - 2] | 0x20) == 'i') {
            return true;
        }
        if (length >= Integer.SIZE || (LENGTHS[(bytes[from] | 0x20) - 'a'] >>> length & 1) == 0) {
            return false;
        }
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + (bytes[at] | 0x20);
        }
        return WORDS[slot(hash)];
    }

    /** Whether letters and digits are in the brackets that open before {@code from}, or six digits or more. */
    private static boolean isBracketed(byte[] bytes, int from, int to) {
        int kinds = 0;
        int at = from;
        for (; at < to && bytes[at] != ']'; at++) {
            kinds |= Scan.kind(bytes[at]);
        }
        return (kinds & Scan.DIGIT) != 0 && ((kinds & Scan.LETTER) != 0 || at - from >= 6);
    }

    /** Whether the dashes are where those of a UUID or of a trace parent are. */
    private static boolean isDashed(byte[] bytes, int at, int to) {
        return (at + 15 < to && bytes[at + 5] == '-' && bytes[at + 10] == '-' && bytes[at + 15] == '-')
                || (at + 33 < to && bytes[at + 33] == '-');
    }
}
