/**
 * The line below the stream of {@code brum up} that a person types at: its commands, and how it shares a terminal with
 * output that never waits for it.
 */
@NullMarked
package dev.brummer.cli.prompt;

import org.jspecify.annotations.NullMarked;
