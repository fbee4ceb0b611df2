package dev.brummer.logs;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Is told when the journal cannot store any more, a full disk for example, and when it can again. Called by the
 * thread that has appended, when the append is over: the journal may be told of it.
 */
public interface JournalTrouble {
    /** Nothing is stored from now on; the journal tries again by itself. Called once until storing resumes. */
    void storingStopped(Path file, IOException cause);

    /** Storing works again; a gap in the journal says how much is missing. */
    void storingResumed();
}
