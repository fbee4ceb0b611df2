package dev.brummer.runtime;

import dev.brummer.logs.JournalTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Passes the journal's troubles on to a session, which is made after it. */
final class StorageTrouble implements JournalTrouble {
    private volatile Optional<FleetSession> session = Optional.empty();

    void tellTo(FleetSession listener) {
        session = Optional.of(listener);
    }

    @Override
    public void storingStopped(Path file, IOException cause) {
        session.ifPresent(s -> s.say("nothing is stored from here on: " + file + ": " + cause.getMessage()
                + "; free some space, the services run on"));
    }

    @Override
    public void storingResumed() {
        session.ifPresent(s -> s.say("records are stored again"));
    }
}
