package dev.brummer.runtime;

import dev.brummer.core.engine.EngineTrouble;
import dev.brummer.logs.Journal;
import dev.brummer.spi.Level;

/** Says an engine's troubles in the stream. */
final class EngineVoice implements EngineTrouble {
    private final Journal journal;
    private final BugReports bugs;

    EngineVoice(Journal journal, BugReports bugs) {
        this.journal = journal;
        this.bugs = bugs;
    }

    @Override
    public void began(String what) {
        long ignored = journal.notice(Level.WARN, what);
    }

    @Override
    public void ended(String what) {
        long ignored = journal.notice(Level.INFO, what);
    }

    @Override
    public void broke(String doing, Throwable fault) {
        bugs.broke(doing, fault);
    }
}
