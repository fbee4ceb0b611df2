package dev.brummer.runtime.plugins;

/**
 * Where contributions come from. Immutable.
 *
 * @param name a jar or a folder of jars as a person knows it, {@code .brummer/plugins/acme.jar}; {@code bundled} for
 *     Brummer's own
 * @param version what the manifest says of it; empty where it says nothing
 * @param loader of its classes
 */
public record Plugin(String name, String version, ClassLoader loader) {
    /** The plugins on Brummer's own class path. */
    static final Plugin BUNDLED = new Plugin("bundled", "", Plugin.class.getClassLoader());

    /** Whether it was dropped in. */
    public boolean isDroppedIn() {
        return !equals(BUNDLED);
    }
}
