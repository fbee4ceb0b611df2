package dev.brummer.cli.shell;

import java.util.List;

/** What may stand in a place of a command line. */
public sealed interface Value {
    /** Something that nobody can guess. */
    record Anything() implements Value {}

    record Folder() implements Value {}

    record File() implements Value {}

    /** One of these words. */
    record Choice(List<String> words) implements Value {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** Names that Brummer itself is asked for. */
    record Names(Kind kind) implements Value {}

    /** A name of that kind, and then a command with its arguments. */
    record CommandOf(Kind kind) implements Value {}

    /** Which names: what the hidden verb is asked for. */
    enum Kind {
        /** Services and stages of the configuration. */
        DECLARED,
        /** Services and stages of the fleet that runs; of the configuration where none does. */
        RUNNING,
        PROFILES,
        /** Tests of the configuration. */
        TESTS;

        /** The word that asks for them. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
