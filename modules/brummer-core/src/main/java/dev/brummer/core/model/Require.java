package dev.brummer.core.model;

/** The one way a model value refuses what would make it invalid. */
final class Require {
    private Require() {}

    static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(java.util.Locale.ROOT, message, arguments));
        }
    }
}
