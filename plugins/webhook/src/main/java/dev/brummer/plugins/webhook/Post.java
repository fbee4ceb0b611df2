package dev.brummer.plugins.webhook;

import java.util.concurrent.CompletableFuture;

/** Carries bodies to the address of a webhook. */
interface Post extends AutoCloseable {
    /** Sends one; returns at once. Completes in bounded time, and never with an exception. */
    CompletableFuture<Outcome> send(byte[] body);

    /** Gives up what is under way. */
    @Override
    void close();
}
