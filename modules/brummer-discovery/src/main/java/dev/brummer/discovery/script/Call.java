package dev.brummer.discovery.script;

import java.util.Optional;

/**
 * Something that a script has run.
 *
 * @param name what the script calls it, as with the {@code -n} of concurrently
 */
public record Call(Optional<String> name, Target target) {
    /** What is run. */
    public sealed interface Target {
        /** A script of the same file. */
        record Script(String name) implements Target {}

        /** Something that stands in the script itself. */
        record Inline(Meaning meaning) implements Target {}
    }

    static Call of(Target target) {
        return new Call(Optional.empty(), target);
    }

    static Call script(String name) {
        return of(new Target.Script(name));
    }

    Call named(Optional<String> other) {
        return new Call(other, target);
    }
}
