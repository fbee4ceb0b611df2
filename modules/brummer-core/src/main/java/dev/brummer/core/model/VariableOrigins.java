package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Where the variables of services were written. All are equal: two projects that say the same are the same, wherever it
 * was written. Safe for use by several threads.
 */
public final class VariableOrigins {
    /** Nobody remembers. */
    public static final VariableOrigins UNKNOWN = new VariableOrigins((_, _) -> Optional.empty());

    private final BiFunction<ServiceId, String, Optional<String>> find;

    /** @param find where a variable of a service was written; empty where it was not */
    public VariableOrigins(BiFunction<ServiceId, String, Optional<String>> find) {
        this.find = find;
    }

    /**
     * Where a variable of a service was written that the command line does not set.
     *
     * @return in words for a person, as {@code brummer.yaml:12} or {@code the caller}; empty where it was not written
     */
    public Optional<String> of(ServiceId service, String variable) {
        return find.apply(service, variable);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariableOrigins;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
