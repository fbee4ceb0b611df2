package dev.brummer.core.model;

import dev.brummer.spi.ServiceId;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Where the variables of services were written. All are equal: two projects that say the same are the same, wherever it
 * was written. Safe for use by several threads.
 */
public final class VariableOrigins {
    /** Nobody remembers. */
    public static final VariableOrigins UNKNOWN = new VariableOrigins(new Places() {
        @Override
        public Optional<String> of(ServiceId service, String variable) {
            return Optional.empty();
        }

        @Override
        public boolean inEnvFile(ServiceId service, String variable) {
            return false;
        }

        @Override
        public void eachOfEnvFiles(BiConsumer<String, Template> told) {}
    });

    private final Places places;

    /** @param places who remembers */
    public VariableOrigins(Places places) {
        this.places = places;
    }

    /** What is remembered of where variables were written. */
    public interface Places {
        /** As {@link VariableOrigins#of}. */
        Optional<String> of(ServiceId service, String variable);

        /** As {@link VariableOrigins#inEnvFile}. */
        boolean inEnvFile(ServiceId service, String variable);

        /** As {@link VariableOrigins#eachOfEnvFiles}. */
        void eachOfEnvFiles(BiConsumer<String, Template> told);
    }

    /**
     * Where a variable of a service was written that the command line does not set.
     *
     * @return in words for a person, as {@code brummer.yaml:12} or {@code the caller}; empty where it was not written
     */
    public Optional<String> of(ServiceId service, String variable) {
        return places.of(service, variable);
    }

    /** Whether the value that a service gets for a variable was written in an env file, unless the command line sets it. */
    public boolean inEnvFile(ServiceId service, String variable) {
        return places.inEnvFile(service, variable);
    }

    /** Tells of every variable in every env file that was read, also of those that another one beats. */
    public void eachOfEnvFiles(BiConsumer<String, Template> told) {
        places.eachOfEnvFiles(told);
    }

    /**
     * The same with what a later reading remembers.
     *
     * @param taken the services that were taken over from that one
     */
    VariableOrigins with(Set<ServiceId> taken, VariableOrigins later) {
        return new VariableOrigins(new Both(this, Set.copyOf(taken), later));
    }

    private record Both(VariableOrigins first, Set<ServiceId> taken, VariableOrigins later) implements Places {
        private VariableOrigins places(ServiceId service) {
            return taken.contains(service) ? later : first;
        }

        @Override
        public Optional<String> of(ServiceId service, String variable) {
            return places(service).of(service, variable);
        }

        @Override
        public boolean inEnvFile(ServiceId service, String variable) {
            return places(service).inEnvFile(service, variable);
        }

        @Override
        public void eachOfEnvFiles(BiConsumer<String, Template> told) {
            first.eachOfEnvFiles(told);
            later.eachOfEnvFiles(told);
        }
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
