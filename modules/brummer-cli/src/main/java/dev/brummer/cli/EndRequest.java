package dev.brummer.cli;

import dev.brummer.core.model.PosixSignal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That a command is to end, handed on to it once, whether it is there already or comes later. Safe for use by several threads.
 */
final class EndRequest {
    private final boolean hasTerminal;
    private @Nullable String by;
    private @Nullable Consumer<PosixSignal> command;

    /** @param hasTerminal whether the command gets itself what a terminal sends at Ctrl-C */
    EndRequest(boolean hasTerminal) {
        this.hasTerminal = hasTerminal;
    }

    /** Who asked for it, as {@link SignalTraps#onEnd} has it. */
    synchronized Optional<String> by() {
        return Optional.ofNullable(by);
    }

    synchronized void ask(String signal) {
        by = signal;
        if (command != null && !(hasTerminal && signal.equals(SignalTraps.CTRL_C))) {
            command.accept(signalOf(signal));
        }
    }

    /** The command has been started: what was asked for before, it has missed. */
    synchronized void started(Consumer<PosixSignal> started) {
        command = started;
        if (by != null) {
            started.accept(signalOf(by));
        }
    }

    synchronized void ended() {
        command = null;
    }

    private static PosixSignal signalOf(String word) {
        return switch (word) {
            case SignalTraps.CTRL_C -> PosixSignal.SIGINT;
            case SignalTraps.SIGHUP -> PosixSignal.SIGHUP;
            default -> PosixSignal.SIGTERM;
        };
    }
}
