package dev.brummer.cli.prompt;

import dev.brummer.process.TerminalMode.Place;
import org.jspecify.annotations.Nullable;

/**
 * Whose the terminal is: the prompt's while it is held, and otherwise as it was found. Safe for use by several threads.
 */
final class TerminalHold {
    private final Keyboard keyboard;
    private @Nullable LineEditor editor;
    private boolean held;
    private boolean ended;

    TerminalHold(Keyboard keyboard) {
        this.keyboard = keyboard;
    }

    /**
     * From now on lets this editor draw while the terminal is held.
     *
     * @return false if it is left for good already
     */
    synchronized boolean serve(LineEditor made) {
        if (!ended) {
            editor = made;
            if (!held) {
                made.stepAside();
            }
        }
        return !ended;
    }

    /**
     * Takes the terminal, where this process is in the foreground. What is held already is made right again.
     *
     * @return whether it is held now
     */
    synchronized boolean take() {
        if (ended || keyboard.place() != Place.FOREGROUND) {
            leave();
            return false;
        }
        held = true;
        keyboard.keyByKey();
        if (editor != null) {
            editor.stepBack();
        }
        return true;
    }

    /** Leaves the terminal as it was found; in the background, to whoever has it now. */
    synchronized void leave() {
        if (!held) {
            return;
        }
        held = false;
        if (editor != null) {
            editor.stepAside();
        }
        if (keyboard.place() == Place.FOREGROUND) {
            keyboard.restore();
        }
    }

    /** Leaves the terminal for good. */
    synchronized void end() {
        leave();
        ended = true;
    }
}
