package dev.brummer.runtime;

import dev.brummer.logs.JournalTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Has the journal's troubles said in the stream of a session, which is made after it. */
final class StorageTrouble implements JournalTrouble {
    private volatile Optional<SessionVoice> voice = Optional.empty();

    void sayBy(SessionVoice of) {
        voice = Optional.of(of);
    }

    @Override
    public void storingStopped(Path file, IOException cause) {
        voice.ifPresent(v -> v.say("nothing is stored from here on: " + file + ": " + cause.getMessage()
                + "; free some space: the services run on, but what they write is neither kept nor shown"));
    }

    @Override
    public void storingResumed() {
        voice.ifPresent(v -> v.say("records are stored again"));
    }
}
