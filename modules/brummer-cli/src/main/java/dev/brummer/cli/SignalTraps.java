package dev.brummer.cli;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import sun.misc.Signal;

/** Catches the signals that ask {@code brum} to end. */
final class SignalTraps {
    private static final Map<String, String> WORDS = Map.of("INT", "Ctrl-C", "TERM", "SIGTERM", "HUP", "SIGHUP");

    @Inject
    SignalTraps() {}

    /**
     * Calls {@code handler} with the signal's name at each signal. A signal that the caller had ignored stays so.
     */
    void onEnd(Consumer<String> handler) {
        WORDS.forEach((name, word) -> Signal.handle(new Signal(name), _ -> handler.accept(word)));
    }
}
