package dev.brummer.spi;

import org.jspecify.annotations.Nullable;

/**
 * One copy of a service. Immutable.
 *
 * @param service whose copy it is
 * @param index 0 for the only copy of a service; 1, 2, … where {@code scale} makes several
 */
public record InstanceId(ServiceId service, int index) implements Comparable<InstanceId> {
    /** @throws IllegalArgumentException if the index is negative */
    public InstanceId {
        if (index < 0) {
            throw new IllegalArgumentException("negative instance index: " + index);
        }
    }

    /** The only copy of {@code service}. */
    public static InstanceId only(ServiceId service) {
        return new InstanceId(service, 0);
    }

    /** What a person reads: {@code auth}, or {@code notifications-2} for a copy of several. */
    public String label() {
        return index == 0 ? service.name() : service.name() + "-" + index;
    }

    // Written out: a record's own would be spun at run time, and the first process waits for that.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceId that && index == that.index && service.equals(that.service);
    }

    @Override
    public int hashCode() {
        return 31 * service.hashCode() + index;
    }

    @Override
    public int compareTo(InstanceId other) {
        int byService = service.compareTo(other.service);
        return byService != 0 ? byService : Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        return label();
    }
}
