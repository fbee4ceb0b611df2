package dev.brummer.runtime;

import dev.brummer.logs.Journal;
import dev.brummer.spi.Level;

/** What a session has to say in its stream. Safe for use by several threads. */
final class SessionVoice {
    private final Journal journal;
    // Nothing can be said any more: the journal is closed.
    private volatile boolean silent;

    SessionVoice(Journal journal) {
        this.journal = journal;
    }

    /** Says something. */
    void say(String text) {
        long ignored = journal.notice(Level.WARN, text);
    }

    /** Says that something is very wrong. */
    void complain(String text) {
        long ignored = journal.notice(Level.ERROR, text);
    }

    /** Says something as long as anything can be said. */
    void sayInTime(String text) {
        if (!silent) {
            say(text);
        }
    }

    /** To be called before the journal is closed. */
    void silence() {
        silent = true;
    }
}
