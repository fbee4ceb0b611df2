package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import org.jspecify.annotations.Nullable;

/** The name of a stage, of the same form as a service's. */
public record StageId(String name) implements Comparable<StageId> {
    /** @throws IllegalArgumentException if the name is not of that form */
    public StageId {
        if (!ServiceId.isValid(name)) {
            throw new IllegalArgumentException("not a stage name: '" + name + "'");
        }
    }

    // Written out: a record's own would be spun at run time, and the first process waits for that.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StageId that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(StageId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
