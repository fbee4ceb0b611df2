package dev.brummer.plugins.webhook;

import java.time.Duration;

/** What became of a batch that was posted. */
sealed interface Outcome {
    /** It was taken. */
    record Taken() implements Outcome {}

    /**
     * It was refused, and would be again.
     *
     * @param why in words for a person, after the name of the address
     */
    record Refused(String why) implements Outcome {}

    /**
     * It was not taken, and may be later. Whether it has arrived is unknown.
     *
     * @param why in words for a person, after the name of the address
     * @param asked how long the receiver asks to be left alone; zero where it does not
     */
    record Later(String why, Duration asked) implements Outcome {}
}
