package dev.brummer.spi;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line, as a {@link LogParser} sees it: as text or as bytes. Of a line that is longer than 64 KiB it is the
 * beginning.
 */
@ProvidedByBrummer
public interface LogLine {
    /** Who wrote it. */
    InstanceId instance();

    /** The run that wrote it, from 1. */
    int run();

    StreamName stream();

    /** Its sequence number in the journal. */
    long sequence();

    /** When Brummer read it. */
    Instant time();

    /** The line without colour codes and control characters; what is not UTF-8 is U+FFFD. Decoded once, when asked. */
    String text();

    /**
     * A matcher over {@link #text()} that counts its steps: a pattern that takes too many ends with an exception which
     * the host expects; let it pass. A parser whose patterns do that again and again is switched off.
     */
    Matcher matcher(Pattern pattern);

    /**
     * What the line's {@link #offset()} points into, as the child wrote it. Not to be written to, and good until {@link
     * LogParser#parse} returns.
     */
    byte[] bytes();

    /** Where the line begins in {@link #bytes()}. */
    int offset();

    /** How many bytes it has, its line end not counted. */
    int length();
}
