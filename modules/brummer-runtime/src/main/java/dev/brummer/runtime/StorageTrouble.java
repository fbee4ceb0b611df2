package dev.brummer.runtime;

import dev.brummer.logs.JournalTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Passes the journal's troubles on to a session, which is made after it. */
final class StorageTrouble implements JournalTrouble {
    private final AtomicReference<Optional<FleetSession>> session = new AtomicReference<>(Optional.empty());

    void tellTo(FleetSession listener) {
        session.set(Optional.of(listener));
    }

    @Override
    public void storingStopped(Path file, IOException cause) {
        session.get().ifPresent(s -> s.say("nothing is stored from here on: " + file + ": " + cause.getMessage()
                + "; free some space, the services run on"));
    }

    @Override
    public void storingResumed() {
        session.get().ifPresent(s -> s.say("records are stored again"));
    }
}
