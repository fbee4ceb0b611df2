package dev.brummer.discovery.shell;

import java.util.Optional;

/**
 * A word of a command.
 *
 * @param source as it was written, quotes included
 * @param value what the command gets to see; empty where only a shell knows, as with {@code $HOME}
 */
public record Word(String source, Optional<String> value) {
    /** Whether the command gets to see exactly this. */
    public boolean is(String text) {
        return value.filter(text::equals).isPresent();
    }
}
