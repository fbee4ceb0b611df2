package dev.brummer.runtime;

import dev.brummer.runtime.alert.AlertNews;
import java.io.IOException;

/** A way to tell somebody of alerts. For one thread. */
interface AlertCourier {
    /** @throws IOException if nobody was told; the message says why for a person */
    void carry(AlertNews news) throws IOException, InterruptedException;

    /** @throws IOException if something was not delivered; the message says what for a person */
    default void close() throws IOException, InterruptedException {
        // Most hold nothing.
    }
}
