package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.Scalars;
import dev.brummer.core.model.WatchSpec;
import java.time.Duration;
import java.util.List;

/** The keys of {@code watch}. */
public final class WatchKeys {
    public static final Key<List<Located<String>>> PATHS = Key.of(
                    "paths",
                    new ListShape<>(Scalars.text("a path"), false),
                    "Files and folders, relative to the service's folder; folders with all that is in them.")
            .otherwise("the service's folder");
    public static final Key<List<Located<String>>> IGNORE = Key.of(
            "ignore",
            new ListShape<>(Scalars.text("a pattern"), false),
            "Patterns as in .gitignore, relative to the service's folder; one that begins with ! brings back what"
                    + " .gitignore or the usual heavy folders leave out.");
    public static final Key<Duration> DEBOUNCE = Key.of(
                    "debounce", Durations.positive(), "How long no file must change before something is done.")
            .otherwise("300ms");
    public static final Key<WatchSpec.Reaction> ACTION = Key.of(
                    "action",
                    new ReactionShape(),
                    "What is done: restart the service, or run a command in its folder and environment.")
            .otherwise("restart");

    public static final KeySet KEYS = KeySet.of(PATHS, IGNORE, DEBOUNCE, ACTION)
            .foreign("path", "write 'paths'", "run", "write 'action: {run: …}'", "target", "services see this machine's files");

    private WatchKeys() {}
}
