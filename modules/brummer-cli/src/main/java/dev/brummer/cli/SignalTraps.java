package dev.brummer.cli;

import dev.brummer.cli.prompt.Prompt;
import dev.brummer.core.model.PosixSignal;
import dev.brummer.process.IgnoredSignals;
import dev.brummer.process.TerminalMode;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Consumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Catches the signals that ask {@code brum} to end. */
final class SignalTraps {
    /** What asks to end, as the handler of {@link #onEnd} is told. */
    static final String CTRL_C = "Ctrl-C";

    static final String SIGHUP = "SIGHUP";

    private static final Map<PosixSignal, String> WORDS = Map.of(
            PosixSignal.SIGINT, CTRL_C, PosixSignal.SIGTERM, "SIGTERM", PosixSignal.SIGHUP, SIGHUP);

    @Inject
    SignalTraps() {}

    /**
     * Calls {@code handler} with the signal's name at each signal. A signal that the caller had ignored stays so.
     */
    void onEnd(Consumer<String> handler) {
        WORDS.forEach((signal, word) -> trap(signal, () -> handler.accept(word)));
    }

    private static void trap(PosixSignal signal, Runnable handler) {
        String name = signal.name().substring("SIG".length());
        IgnoredSignals.trap(signal, () -> Signal.handle(new Signal(name), _ -> handler.run()));
    }

    /**
     * Hands on the signals that ask to end, instead of ending. What a terminal sends at Ctrl-C comes to everybody in the
     * foreground, so that is left to them.
     */
    void handOn(Consumer<PosixSignal> handler) {
        boolean terminal = TerminalMode.controls();
        trap(PosixSignal.SIGINT, () -> {
            if (!terminal) {
                handler.accept(PosixSignal.SIGINT);
            }
        });
        trap(PosixSignal.SIGTERM, () -> handler.accept(PosixSignal.SIGTERM));
        trap(PosixSignal.SIGHUP, () -> handler.accept(PosixSignal.SIGHUP));
    }

    /** Tells a prompt when its terminal has another size, and when the process is stopped and goes on. */
    void onTerminal(Prompt prompt) {
        Signal.handle(new Signal("WINCH"), _ -> prompt.resized());
        Signal.handle(new Signal("CONT"), _ -> prompt.continued());
        stopPolitely(prompt);
    }

    /** Calls {@code handler} when the terminal has another size. */
    void onResize(Runnable handler) {
        Signal.handle(new Signal("WINCH"), _ -> handler.run());
    }

    private static void stopPolitely(Prompt prompt) {
        Signal stop = new Signal("TSTP");
        Signal.handle(stop, _ -> {
            prompt.suspended();
            var ignored = Signal.handle(stop, SignalHandler.SIG_DFL);
            TerminalMode.suspend();
            stopPolitely(prompt);
            prompt.continued();
        });
    }
}
