package dev.brummer.spi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this interface. A plugin states in the manifest of its jar, as {@link #ATTRIBUTE}, which one it was made
 * for; it works with that one and with all that are newer and of the same {@code major}. Immutable.
 *
 * @param major counts what breaks plugins
 * @param minor counts what was added
 */
public record SpiVersion(int major, int minor) {
    /** The attribute of a jar's manifest. */
    public static final String ATTRIBUTE = "Brummer-Spi";

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?");

    /** The version of the interface that is running. */
    public static SpiVersion current() {
        return new SpiVersion(1, 0);
    }

    /**
     * A version as it is written: {@code 1.2}, or {@code 1} for {@code 1.0}.
     *
     * @throws IllegalArgumentException if it is no version
     */
    public static SpiVersion parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no version such as " + current());
        }
        return new SpiVersion(
                Integer.parseInt(form.group(1)), form.group(2) == null ? 0 : Integer.parseInt(form.group(2)));
    }

    /** Whether a plugin that was made for {@code other} works with this version. */
    public boolean runs(SpiVersion other) {
        return other.major == major && other.minor <= minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
