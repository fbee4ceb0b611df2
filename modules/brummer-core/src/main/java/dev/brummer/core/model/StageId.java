package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;

/** The name of a stage, of the same form as a service's. */
public record StageId(String name) implements Comparable<StageId> {
    /** @throws IllegalArgumentException if the name is not of that form */
    public StageId {
        if (!ServiceId.isValid(name)) {
            throw new IllegalArgumentException("not a stage name: '" + name + "'");
        }
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
