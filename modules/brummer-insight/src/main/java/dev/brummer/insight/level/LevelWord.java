package dev.brummer.insight.level;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.brummer.insight.scan.Scan;
import dev.brummer.spi.Level;
import org.jspecify.annotations.Nullable;

/** The words for levels that loggers use, whole and in any case. */
final class LevelWord {
    private static final byte[][] ERROR = words(
            "error", "err", "erro", "fatal", "fata", "ftl", "fail", "failure", "critical", "crit", "severe", "panic",
            "emerg", "emergency", "alert");
    private static final byte[][] WARN = words("warn", "warning", "wrn");
    private static final byte[][] INFO = words("info", "inf", "information", "notice", "note", "log", "system");
    private static final byte[][] DEBUG = words("debug", "dbug", "debu", "dbg", "fine", "config");
    private static final byte[][] TRACE = words("trace", "trac", "trc", "verbose", "silly", "finer", "finest");

    /** By their first letter, so that most words are known to be none at once. */
    private static final Entry[][] BY_LETTER = new Entry[26][];

    private record Entry(byte[] word, Level level) {}

    static {
        for (int letter = 0; letter < BY_LETTER.length; letter++) {
            BY_LETTER[letter] = beginningWith((byte) ('a' + letter));
        }
    }

    private LevelWord() {}

    private static byte[][] words(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(US_ASCII);
        }
        return bytes;
    }

    private static Entry[] beginningWith(byte letter) {
        java.util.List<Entry> entries = new java.util.ArrayList<>();
        for (Level level : Level.values()) {
            for (byte[] word : wordsFor(level)) {
                if (word[0] == letter) {
                    entries.add(new Entry(word, level));
                }
            }
        }
        return entries.toArray(Entry[]::new);
    }

    private static byte[][] wordsFor(Level level) {
        return switch (level) {
            case ERROR -> ERROR;
            case WARN -> WARN;
            case INFO -> INFO;
            case DEBUG -> DEBUG;
            case TRACE -> TRACE;
        };
    }

    /** The level that {@code bytes[from, to)} is a word for; null if it is none. */
    static @Nullable Level of(byte[] bytes, int from, int to) {
        if (from == to || !Scan.isLetter(bytes[from])) {
            return null;
        }
        for (Entry entry : BY_LETTER[(bytes[from] | 0x20) - 'a']) {
            if (equalsIgnoringCase(entry.word, bytes, from, to)) {
                return entry.level;
            }
        }
        return null;
    }

    private static boolean equalsIgnoringCase(byte[] word, byte[] bytes, int from, int to) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if ((bytes[from + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** The level behind a number: that of pino and bunyan from 10 on, that of syslog below. */
    static @Nullable Level ofNumber(int number) {
        if (number < 0) {
            return null;
        }
        if (number < 8) {
            return number < 4 ? Level.ERROR : number == 4 ? Level.WARN : number < 7 ? Level.INFO : Level.DEBUG;
        }
        return number < 20
                ? Level.TRACE
                : number < 30 ? Level.DEBUG : number < 40 ? Level.INFO : number < 50 ? Level.WARN : Level.ERROR;
    }
}
