package dev.brummer.spi;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a service as {@code brummer.yaml} declares it. Immutable.
 *
 * @param name letters, digits, {@code _}, {@code .} and {@code -}, beginning with a letter or digit
 */
public record ServiceId(String name) implements Comparable<ServiceId> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** @throws IllegalArgumentException if the name is not of that form */
    public ServiceId {
        if (!isValid(name)) {
            throw new IllegalArgumentException("not a service name: '" + name + "'");
        }
    }

    /** Whether {@code name} could name a service. */
    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    // Written out, in both ids: a record's own methods are linked at their first use, 8 ms on the way to the first
    // service, and ids are the keys of many maps.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceId id && id.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(ServiceId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
